"""Train the weights of the quote reader.

Reads labelled quotes, lets `quote-features` (Swift, the same code that reads quotes) say which features each shows,
fits a multinomial logistic regression with an L2 penalty, prints cross-validated figures and writes
`Sources/KBLanguage/Quotes/QuoteWeights.swift`.

    swift build -c release --product quote-features
    python3 training/train_quotes.py training/quotes.txt Tests/KBLanguageTests/Eval/quotes-*.jsonl

Of the .jsonl files every fifth quote (by a hash of its text) is held back: never trained on, and reported by itself.

Needs numpy and scipy. Deterministic: same input, same table.
"""

import argparse
import hashlib
import json
import pathlib
import subprocess

import numpy as np
from scipy.optimize import minimize

GRADES = ["anecdote", "habit", "request", "opinion", "hypothetical", "compliment"]
ROOT = pathlib.Path(__file__).resolve().parent.parent
MIX = 0.4  # weight of the whole quote beside its clearest sentences, as in QuoteReader


def load(path):
    """Quotes and grades of a .jsonl file, or of a text file with [grade] headings."""
    items, grade = [], None
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if path.endswith(".jsonl"):
                if line.strip():
                    item = json.loads(line)
                    items.append((item["text"].replace("\n", " "), item["specificity"]))
            elif line.startswith("["):
                grade = line.strip("[]")
            elif line and not line.startswith("#"):
                items.append((line, grade))
    return items


def held_back(path, text):
    return path.endswith(".jsonl") and int(hashlib.sha256(text.encode()).hexdigest(), 16) % 5 == 0


def features(command, texts):
    """Per text a list: the features of the whole, then those of each sentence where there are several."""
    done = subprocess.run([command], input="\n".join(texts) + "\n", capture_output=True, text=True, check=True)
    count, *lines = done.stdout.split("\n")
    rows = [[[int(x) for x in part.split()] for part in line.split("|")] for line in lines[: len(texts)]]
    return int(count), rows


def matrix(rows, count):
    result = np.zeros((len(rows), count), np.float32)
    for row, found in enumerate(rows):
        result[row, found] = 1
    return result


def softmax(scores):
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def fit(data, grades, weights, penalty):
    """The coefficients, features by grades; features seen once stay 0."""
    used = data.sum(0) >= 2
    seen, kinds = data[:, used], len(GRADES)
    target = np.eye(kinds)[grades]

    def loss(flat):
        coefficients = flat.reshape(-1, kinds)
        guess = softmax(seen @ coefficients)
        value = -(weights * np.log(guess[np.arange(len(grades)), grades] + 1e-12)).sum()
        gradient = seen.T @ (weights[:, None] * (guess - target)) + penalty * coefficients
        return value + penalty * (coefficients**2).sum() / 2, gradient.ravel()

    start = np.zeros(seen.shape[1] * kinds)
    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 400})
    result = np.zeros((data.shape[1], kinds))
    result[used] = best.x.reshape(-1, kinds)
    return result


def predict(coefficients, whole, sentences):
    guess = softmax(whole @ coefficients)
    for row, parts in enumerate(sentences):
        if parts is not None:
            best = softmax(parts @ coefficients).max(0)
            guess[row] = MIX * guess[row] + (1 - MIX) * best / best.sum()
    return guess


def report(name, gold, guess):
    scores = {}
    for column, grade in enumerate(GRADES):
        hit = np.sum((gold == column) & (guess == column))
        wrong = np.sum((gold == column) != (guess == column))
        if np.any(gold == column):
            scores[grade] = 2 * hit / (2 * hit + wrong)
    passed = np.sum((gold == 4) & (guess == 0))
    detail = " ".join(f"{grade} {score:.2f}" for grade, score in scores.items())
    print(f"{name}: macro F1 {np.mean(list(scores.values())):.3f}, hypotheticals as anecdotes {passed}; {detail}")


def write(path, coefficients):
    rows = []
    for feature in np.where(np.abs(np.round(coefficients * 100)).max(1) >= 1)[0]:
        numbers = [int(feature)] + [int(round(x * 100)) for x in coefficients[feature]]
        rows.append("    " + ", ".join(map(str, numbers)) + ",")
    path.write_text(
        "/// What each feature says about each grade: a linear model, made by `training/train_quotes.py`. Do not edit.\n"
        "enum QuoteWeights {\n"
        "  /// Hundredths, seven numbers a row: the feature, then anecdote, habit, request, opinion, hypothetical, compliment.\n"
        "  static let rows: [Int16] = [\n" + "\n".join(rows) + "\n  ]\n}\n",
        encoding="utf-8",
    )
    print(f"{path}: {len(rows)} features")


def report_held_back(command, kept, model):
    """The figures of the quotes that no model has seen, by the model alone (without the reader's rules of form)."""
    for path in dict.fromkeys(path for path, _ in kept):
        items = [item for origin, item in kept if origin == path]
        count, rows = features(command, [text for text, _ in items])
        sentences = [matrix(row[1:], count) if len(row) > 1 else None for row in rows]
        guess = predict(model, matrix([row[0] for row in rows], count), sentences).argmax(1)
        report(f"held back, {pathlib.Path(path).name}", np.array([GRADES.index(grade) for _, grade in items]), guess)


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("files", nargs="+")
    options.add_argument("--features", default=str(ROOT / ".build/release/quote-features"))
    options.add_argument("--penalty", type=float, default=3.0)
    options.add_argument("--folds", type=int, default=8)
    options.add_argument("--out", default=str(ROOT / "Sources/KBLanguage/Quotes/QuoteWeights.swift"))
    options.add_argument("--verbose", action="store_true", help="print the quotes that cross-validation gets wrong")
    options.add_argument("--probabilities", help="write cross-validated likelihoods here, one JSON line a quote")
    options.add_argument("--report-held-back", action="store_true", help="print how the quotes held back are read")
    chosen = options.parse_args()

    items, origin, kept = [], [], []
    for path in chosen.files:
        loaded = load(path)
        kept += [(path, item) for item in loaded if held_back(path, item[0])]
        loaded = [item for item in loaded if not held_back(path, item[0])]
        items += loaded
        origin += [path] * len(loaded)
    origin = np.array(origin)
    texts = [text for text, _ in items]
    gold = np.array([GRADES.index(grade) for _, grade in items])
    count, rows = features(chosen.features, texts)
    whole = matrix([row[0] for row in rows], count)
    sentences = [matrix(row[1:], count) if len(row) > 1 else None for row in rows]
    # Real speech is scarce and is what the reader is for.
    weights = np.where(np.char.find(origin, "real") >= 0, 1.5, 1.0)

    fold = np.random.RandomState(7).randint(0, chosen.folds, len(gold))
    guess = np.zeros((len(gold), len(GRADES)))
    for part in range(chosen.folds):
        train, test = fold != part, fold == part
        model = fit(whole[train], gold[train], weights[train], chosen.penalty)
        guess[test] = predict(model, whole[test], [sentences[i] for i in np.where(test)[0]])
    for path in dict.fromkeys(origin):
        report(f"cross-validated, {pathlib.Path(path).name}", gold[origin == path], guess.argmax(1)[origin == path])
    if chosen.verbose:
        for i in np.where(guess.argmax(1) != gold)[0]:
            print(f"{pathlib.Path(origin[i]).name[:11]:12}{GRADES[gold[i]][:5]} -> {GRADES[guess[i].argmax()][:5]} {guess[i].max():.2f} {texts[i]}")
    if chosen.probabilities:
        with open(chosen.probabilities, "w", encoding="utf-8") as out:
            for i, text in enumerate(texts):
                out.write(json.dumps({"origin": origin[i], "text": text, "gold": int(gold[i]), "p": guess[i].tolist()}) + "\n")
    model = fit(whole, gold, weights, chosen.penalty)
    if chosen.report_held_back:
        report_held_back(chosen.features, kept, model)
    write(pathlib.Path(chosen.out), model)


if __name__ == "__main__":
    main()
