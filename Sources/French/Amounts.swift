import Accounting
