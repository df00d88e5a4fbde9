/// The client was erased: no new document is for them.
public struct ErasedClient: Error, Equatable {}
