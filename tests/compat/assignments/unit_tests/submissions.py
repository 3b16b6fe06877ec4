# %% [markdown]
# # table
# Right, by a table of digits, and with a property.

# %% roman
UNITS = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]

def roman(number):
    if number < 1:
        raise ValueError("negative or zero")
    if number >= 4000:
        raise ValueError("too large")
    digits = [int(digit) for digit in f"{number:04d}"]
    text = ""
    for digit, letters in zip(digits, ["M", "CDM", "XLC", "IVX"]):
        one, *more = letters
        text += UNITS[digit].translate(str.maketrans("IVX", (letters + "  ")[:3]))
    return text

# %% Account
class Account:
    def __init__(self, owner, balance=0):
        self.owner, self._entries = owner, [balance]

    @property
    def balance(self):
        return sum(self._entries)

    def deposit(self, amount):
        if not amount > 0:
            raise ValueError(amount)
        self._entries.append(amount)
        return self.balance

    def __repr__(self):
        return "{0.owner}: {0.balance}".format(self)

# %% [markdown]
# # additive
# Without subtraction: IIII for IV.
#
# Loses: roman-case, roman-suite

# %% roman
def roman(number):
    if number < 1 or number > 3999:
        raise ValueError(number)
    text = ""
    for value, letter in zip((1000, 500, 100, 50, 10, 5, 1), "MDCLXVI"):
        count, number = divmod(number, value)
        text += letter * count
    return text

# %% [markdown]
# # no_error
# Loses: roman-raises, account-suite, account-score

# %% roman
def roman(number):
    values = [1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1]
    numerals = ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"]
    text = ""
    while number > 0:
        for value, numeral in zip(values, numerals):
            if value <= number:
                text += numeral
                number -= value
                break
    return text

# %% Account
class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        self.balance += amount
        return self.balance

    def __str__(self):
        return f"{self.owner}: {self.balance}"

# %% [markdown]
# # no_text
# Loses: account-suite, account-score

# %% Account
class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("no")
        self.balance += amount
        return self.balance

# %% [markdown]
# # class_balance
# One balance for all accounts.
#
# Loses: account-suite, account-score, account-loop

# %% Account
class Account:
    balance = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        Account.balance += balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("no")
        Account.balance += amount
        return Account.balance

    def __str__(self):
        return f"{self.owner}: {self.balance}"

# %% [markdown]
# # no_class
# The class was not written; what the tests made of it before is not there.
#
# Loses: account-suite, account-score, account-loop

# %% Account
def account(owner, balance=0):
    return {"owner": owner, "balance": balance}

# %% [markdown]
# # returns_nothing
# Loses: account-suite, account-score

# %% Account
class Account:
    def __init__(self, owner, balance=0):
        self.owner = owner
        self.balance = balance

    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("no")
        self.balance += amount

    def __str__(self):
        return f"{self.owner}: {self.balance}"
