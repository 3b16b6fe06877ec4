# %% [markdown]
# # Tests in the style of unittest

# %% locked set-up
import io
import unittest

# %% answer roman
def roman(number):
    """A number from 1 to 3999 in Roman numerals; ValueError otherwise."""
    ### BEGIN SOLUTION
    if not 1 <= number <= 3999:
        raise ValueError(f"there is no Roman numeral for {number}")
    text = ""
    for value, letters in [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
                           (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]:
        text += letters * (number // value)
        number %= value
    return text
    ### END SOLUTION

# %% test roman-case 1
check = unittest.TestCase()
check.assertEqual(roman(1), "I")
check.assertEqual(roman(1994), "MCMXCIV")
check.assertIsInstance(roman(5), str)
check.assertIn("X", roman(12))

# %% test roman-raises 1
with check.assertRaises(ValueError):
    roman(0)
check.assertRaises(ValueError, roman, 4000)
with check.assertRaisesRegex(ValueError, "-3|negative"):
    roman(-3)

# %% test roman-suite 2
class RomanTest(unittest.TestCase):
    def setUp(self):
        self.numerals = {4: "IV", 9: "IX", 40: "XL", 2024: "MMXXIV"}

    def test_table(self):
        for number, expected in self.numerals.items():
            with self.subTest(number=number):
                self.assertEqual(roman(number), expected)

    def test_all_differ(self):
        self.assertEqual(len({roman(number) for number in range(1, 500)}), 499)

suite = unittest.defaultTestLoader.loadTestsFromTestCase(RomanTest)
result = unittest.TextTestRunner(stream=io.StringIO()).run(suite)
assert result.wasSuccessful(), "\n".join(text for _, text in result.failures + result.errors)

# %% answer Account
class Account:
    ### BEGIN SOLUTION
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("deposit something")
        self.balance += amount
        return self.balance

    def __str__(self):
        return f"{self.owner}: {self.balance}"
    ### END SOLUTION

# %% test account-suite 2
class AccountTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.made = 0

    def setUp(self):
        self.account = Account("Ada", balance=5)
        type(self).made += 1

    def test_deposit(self):
        self.assertEqual(self.account.deposit(3), 8)
        self.assertAlmostEqual(self.account.deposit(0.1), 8.1)

    def test_bad_deposit(self):
        with self.assertRaises(ValueError) as caught:
            self.account.deposit(-1)
        self.assertTrue(caught.exception.args)
        self.assertEqual(self.account.balance, 5)

    def test_text(self):
        self.assertEqual(str(self.account), "Ada: 5")
        self.assertIsInstance(self.account, Account)
        self.assertFalse(hasattr(self.account, "password"))

suite = unittest.defaultTestLoader.loadTestsFromTestCase(AccountTest)
result = unittest.TextTestRunner(stream=io.StringIO()).run(suite)
assert AccountTest.made == 3
assert result.wasSuccessful()

# %% test account-score 3
"""A point for each test that passes"""
float(result.testsRun - len(result.failures) - len(result.errors))

# %% test account-loop 1
"""A helper, a loop, and a global of the test's own"""
total = 0

def pay_in(account, *amounts):
    global total
    for amount in amounts:
        account.deposit(amount)
        total += amount

for owner in ("Bo", "Cy"):
    account = Account(owner)
    pay_in(account, 1, 2, 3)
    assert account.balance == 6, f"{owner} has {account.balance}"
assert total == 12
