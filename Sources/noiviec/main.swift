print("noiviec")
