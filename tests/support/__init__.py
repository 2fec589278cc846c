"""What several tests share: builders for tiny trees, snapshot extensions, and a driver for the app."""
