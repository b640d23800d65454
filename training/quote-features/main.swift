// The features of each line on standard input, for `train_quotes.py`: first a line with the number of features, then a
// line a quote, the whole first, its sentences after it where there are several, parted by "|".

// Brings in the C mathematics library that KBModel needs.
#if canImport(Darwin)
import Darwin
#elseif canImport(Musl)
import Musl
#else
import Glibc
#endif
import KBLanguage

print(QuoteFeatures.count)
while let line = readLine() { print(QuoteFeatures.line(line)) }
