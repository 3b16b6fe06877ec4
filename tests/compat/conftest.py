collect_ignore_glob = ["assignments/*"]      # cells of notebooks, not modules
