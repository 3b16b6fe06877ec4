"""Foundations of Neural Networks: the code behind the lectures, and the tools that grade the exercises."""
