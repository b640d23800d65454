internal import KBModel
