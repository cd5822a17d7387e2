import CNats
import FoundationEssentials

/// What a broker says about a stream.
struct StreamFacts: Hashable {
  /// Its name.
  let name: String
  /// What it takes. A mirror takes nothing by itself.
  let subjects: [String]
  /// Whether it is a copy of a stream elsewhere.
  let isMirror: Bool
  /// When it was made, in the broker's nanoseconds: another stream of the name has another moment.
  let created: Int64
  /// The place of the oldest message.
  let first: UInt64
  /// The place of the newest message; 0 before there is any.
  let last: UInt64

  fileprivate init(_ info: UnsafeMutablePointer<jsStreamInfo>) {
    let config = unsafe info.pointee.Config
    name = unsafe config?.pointee.Name.map { unsafe String(cString: $0) } ?? ""
    let count = unsafe config.map { Int(unsafe $0.pointee.SubjectsLen) } ?? 0
    subjects = (0..<count).compactMap { index in
      unsafe config?.pointee.Subjects?[index].map { unsafe String(cString: $0) }
    }
    isMirror = unsafe config?.pointee.Mirror != nil || info.pointee.Mirror != nil
    created = unsafe info.pointee.Created
    first = unsafe info.pointee.State.FirstSeq
    last = unsafe info.pointee.State.LastSeq
  }

  /// Whether it holds a log as we publish it, or a copy of one.
  var holdsLog: Bool { isMirror || subjects == [BrokerNames(stream: name).all] }
}

extension BrokerConnection {
  /// A stream; nil where there is none of the name.
  func stream(_ name: String) throws(BrokerProblem) -> StreamFacts? {
    var info: UnsafeMutablePointer<jsStreamInfo>?
    var code = jsErrCode(0)
    let status = unsafe js_GetStreamInfo(&info, streams, name, nil, &code)
    if status == NATS_OK, let info = unsafe info {
      defer { unsafe jsStreamInfo_Destroy(info) }
      return unsafe StreamFacts(info)
    }
    if status == NATS_NOT_FOUND || code == JSStreamNotFoundErr { return nil }
    throw problem(status)
  }

  /// All streams.
  func allStreams() throws(BrokerProblem) -> [StreamFacts] {
    var list: UnsafeMutablePointer<jsStreamInfoList>?
    let status = unsafe js_Streams(&list, streams, nil, nil)
    if status == NATS_NOT_FOUND { return [] }
    guard status == NATS_OK, let list = unsafe list else { throw problem(status) }
    defer { unsafe jsStreamInfoList_Destroy(list) }
    return (0..<Int(unsafe list.pointee.Count)).compactMap { index in
      unsafe list.pointee.List?[index].map { unsafe StreamFacts($0) }
    }
  }

  /// Makes the stream of a log: on disk, without a limit, and nothing in it can be deleted.
  func makeStream(_ names: BrokerNames, replicas: Int) throws(BrokerProblem) -> StreamFacts {
    var info: UnsafeMutablePointer<jsStreamInfo>?
    var code = jsErrCode(0)
    let status = unsafe names.stream.withCString { name in
      unsafe names.all.withCString { all in
        var subjects: [UnsafePointer<CChar>?] = unsafe [all]
        return unsafe subjects.withUnsafeMutableBufferPointer { subjects in
          var config = unsafe jsStreamConfig()
          unsafe jsStreamConfig_Init(&config)
          unsafe config.Name = unsafe name
          unsafe config.Subjects = subjects.baseAddress
          unsafe config.SubjectsLen = 1
          unsafe config.Storage = js_FileStorage
          unsafe config.Replicas = Int64(replicas)
          unsafe config.Duplicates = 120_000_000_000
          unsafe config.DenyDelete = true
          unsafe config.DenyPurge = true
          return unsafe js_AddStream(&info, streams, &config, nil, &code)
        }
      }
    }
    guard status == NATS_OK, let info = unsafe info else { throw problem(status) }
    defer { unsafe jsStreamInfo_Destroy(info) }
    return unsafe StreamFacts(info)
  }

  /// The message at a place of a stream; nil where there is none.
  func message(_ sequence: UInt64, of stream: String) throws(BrokerProblem) -> BrokerMessage? {
    var message: OpaquePointer?
    var code = jsErrCode(0)
    let status = unsafe js_GetMsg(&message, streams, stream, sequence, nil, &code)
    if status == NATS_OK, let message = unsafe message { return unsafe BrokerMessage(taking: message) }
    if status == NATS_NOT_FOUND || code == JSNoMessageFoundErr { return nil }
    throw problem(status)
  }

  /// Lets a stream send what it has from a place on to a subject, with flow control and a sign of life each second.
  func deliver(_ stream: String, from sequence: UInt64, to subject: String) throws(BrokerProblem) {
    var info: UnsafeMutablePointer<jsConsumerInfo>?
    var code = jsErrCode(0)
    let status = unsafe subject.withCString { subject in
      var config = unsafe jsConsumerConfig()
      unsafe jsConsumerConfig_Init(&config)
      unsafe config.DeliverSubject = unsafe subject
      unsafe config.DeliverPolicy = js_DeliverByStartSequence
      unsafe config.OptStartSeq = sequence
      unsafe config.AckPolicy = js_AckNone
      unsafe config.MaxDeliver = 1
      unsafe config.FlowControl = true
      unsafe config.Heartbeat = 1_000_000_000
      unsafe config.MemoryStorage = true
      unsafe config.Replicas = 1
      return unsafe js_AddConsumer(&info, streams, stream, &config, nil, &code)
    }
    if let info = unsafe info { unsafe jsConsumerInfo_Destroy(info) }
    guard status == NATS_OK else { throw problem(status) }
  }
}
