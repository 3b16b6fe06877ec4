"""Pictures that live: a canvas in the notebook, drawn by the browser, computed by course_lib."""
