RIGHT = {
    "L12-recall-batch": 16,
    "L12-recall-adam": (0.2, 2),
    "L12-chebyshev": 2000,
    "L12-peak-place": 100,
    "L12-end": (2.5, -0.5),
    "L12-two-rows": 1,
    "L12-ward": "ABEDCF",
    "L12-law": "same law",
    "L12-sentence": 3,
}
WRONG = {
    "L12-recall-batch": 4,
    "L12-recall-adam": (2, 20),
    "L12-chebyshev": 40,
    "L12-peak-place": 40,
    "L12-end": (1, 1),
    "L12-two-rows": 1.5,
    "L12-ward": "ABCDEF",
    "L12-law": "without the test samples",
    "L12-sentence": 4,
}
