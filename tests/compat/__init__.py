"""Assignments written for stock nbgrader, what stock nbgrader makes of them, and whether we give the same grades.

    assignments/NAME/NOTEBOOK.py       a teacher's notebook, as a percent script
    assignments/NAME/submissions.py    what students handed in: the cells that differ from the teacher's solution
    corpus.py                          how both are written, and read
    course.py                          make_course(folder, NAME): all that as a stock course directory
    record.py                          python -m tests.compat.record: stock nbgrader's grades, into stock.json
    differences.py                     where stock nbgrader surprises a teacher, and where we differ from it on purpose
    test_corpus.py                     stock nbgrader's grades are what the teacher expects
    test_same_grades.py                ours are the same
"""
