import Glibc
import Testing

@testable import Journal

@Suite struct SentenceTests {
  @Test(
    arguments: [
      (
        .held("m.ndjson", process: 4711),
        "m.ndjson: process 4711 writes this journal already. End that one first, or name another journal."
      ),
      (
        .held("m.ndjson", process: nil),
        "m.ndjson: another program writes this journal already. End that one first, or name another journal."
      ),
      (.isDirectory("meets"), "meets: a directory. Name a file in it, like meets/meet.ndjson."),
      (.isDirectory("meets/"), "meets/: a directory. Name a file in it, like meets/meet.ndjson."),
      (.notAFile("/dev/tty"), "/dev/tty: a device or a pipe. A journal has to be a file on a disk."),
      (.noFolder("a/b"), "a/b: its folder is not there. Make the folder first, or name another file."),
      (
        .notPermitted("m"),
        "m: writing is not permitted. Ask the owner of the file or the folder, or name another file."
      ),
      (.binary("m"), "m: binary data, not a journal (one JSON object a line). Name another file."),
      (.diskFull("m"), "m: the disk is full. Free some space, or name a file on another disk."),
      (
        .cannotLock("m", reason: "No locks available"),
        "m: this disk cannot lock files (No locks available). Name a file on another disk."
      ),
      (
        .unsteady("m"),
        "m: another program puts file after file in its place. Name another file."
      ),
      (
        .failed("m", reason: "Input/output error"),
        "m: cannot be used as the journal (Input/output error). Name a file on another disk."
      ),
    ] as [(JournalError, String)])
  func everyErrorSaysWhatToDo(error: JournalError, sentence: String) {
    #expect(error.sentence == sentence)
  }

  @Test(
    arguments: [
      (
        JournalTrouble(kind: .full, file: "m", reason: "No space left on device", attempts: 1),
        """
        m: NOT SAVED, no room on the disk (No space left on device), tried once. \
        Free some space, or go on in a file elsewhere.
        """
      ),
      (
        JournalTrouble(kind: .failing, file: "m", reason: "Input/output error", attempts: 12),
        """
        m: NOT SAVED, the disk fails (Input/output error), tried 12 times. \
        Go on in a file on another disk.
        """
      ),
    ])
  func everyTroubleSaysWhatToDo(trouble: JournalTrouble, sentence: String) {
    #expect(trouble.sentence == sentence)
  }

  @Test(
    arguments: [
      (.created("m"), "m: a new journal."),
      (
        .tornLine("m", bytes: 17, savedAs: "m.torn-1"),
        "m: the last line had no end (a writer died). Its 17 bytes are saved in m.torn-1 and cut off here."
      ),
      (
        .tornLine("m", bytes: 1, savedAs: "m.torn-2"),
        "m: the last line had no end (a writer died). Its 1 byte is saved in m.torn-2 and cut off here."
      ),
      (
        .replaced("m", kept: "m.failed-1"),
        """
        m: the disk failed; the whole log stands in a new file of this name. \
        The old one is kept as m.failed-1.
        """
      ),
      (
        .replaced("m", kept: nil),
        "m: the disk failed; the whole log stands in a new file of this name. The old one could not be kept."
      ),
      (
        .restored("m", kept: "m.failed-1"),
        "m: somebody put another file here. The whole log stands here again, the other is now m.failed-1."
      ),
      (.restored("m", kept: nil), "m: somebody removed this file. The whole log stands here again."),
      (.savedAgain("m", attempts: 1), "m: everything is saved again, after 1 failed attempt."),
      (.savedAgain("m", attempts: 3), "m: everything is saved again, after 3 failed attempts."),
      (.moved(to: "b", from: "a"), "b: the log goes on here, complete. a ends where it was."),
      (
        .notMoved(to: "b", reason: "File exists", stays: "a"),
        "b: cannot take the journal (File exists). It stays in a."
      ),
    ] as [(JournalNotice, String)])
  func everyNoticeSaysWhatItMeans(notice: JournalNotice, sentence: String) {
    #expect(notice.sentence == sentence)
  }

  @Test(
    arguments: [
      (EISDIR, .isDirectory("m")), (ENOENT, .noFolder("m")), (ENOTDIR, .noFolder("m")),
      (EACCES, .notPermitted("m")), (EPERM, .notPermitted("m")), (EROFS, .notPermitted("m")),
      (ENXIO, .notAFile("m")), (ENOSPC, .diskFull("m")), (EDQUOT, .diskFull("m")), (EFBIG, .diskFull("m")),
      (EIO, .failed("m", reason: "Input/output error")),
    ] as [(CInt, JournalError)])
  func everyFaultOfOpeningIsAnError(code: CInt, error: JournalError) {
    #expect(JournalError(StorageFault(code: code), file: "m") == error)
  }
}
