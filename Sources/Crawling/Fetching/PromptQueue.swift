import Foundation

/// The queue on which URLSession tells of its transfers: none at all. What it is given runs at once, on the session's
/// own thread, before the next bytes are taken from the network.
///
/// An ordinary queue holds every piece of a body until its turn comes, however fast the server sends and whatever cap
/// we keep: 2 GB sent at once took 2 GB of memory. So nothing waits here, and two changes of thread a piece are saved.
/// Whoever is called must not wait for the session (`cancel` and `suspend` do): that would be waiting for itself.
final class PromptQueue: OperationQueue, @unchecked Sendable {
  // Unchecked as its superclass is, to which it adds no state.

  override func addOperation(_ block: @escaping @Sendable () -> Void) { block() }
}
