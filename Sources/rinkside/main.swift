print("rinkside")
