"""The parts that screens are made of: attributes go down to them, messages come up from them."""
