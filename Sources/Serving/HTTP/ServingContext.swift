import Hummingbird
import NIOCore

/// What is known of a request besides what it says: the connection that it came on.
struct ServingContext: InitializableFromSource {
  let channel: any Channel

  init(source: ApplicationRequestContextSource) { channel = source.channel }
}
