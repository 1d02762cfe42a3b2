using System.Collections.Frozen;
using System.Text.Json;
using Gateway.Engine.Legs;

namespace Gateway.Exchange;

/// <summary>Which published table maps between SIP statuses and Q.850 causes.</summary>
public enum CauseProfile
{
    /// <summary>RFC 3398 (12/2002) 7.2.4.1 and 8.2.6.1, with the gateway's own values where it is silent.</summary>
    Rfc3398,

    /// <summary>RFC 4497 (05/2006) 8.4.1 and 8.4.4, for QSIG.</summary>
    Rfc4497,

    /// <summary>ITU-T Q.1912.5 (01/2018); the values are not verified against the text.</summary>
    Q1912,
}

/// <summary>
/// Where all causes meet. One table (<c>causes.json</c>), read once and checked, maps between Q.850 causes, SIP statuses,
/// H.225.0 release reasons and the errors of the transfer services. The maps are lossy by design of the standards, so the
/// original is carried in <see cref="Cause.Original"/> and goes out beside the mapped value.
/// </summary>
public sealed class Causes
{
    /// <summary>Vocabularies of <see cref="OriginalCause"/>.</summary>
    public const string Sip = "sip", H225Reason = "h225", H450 = "h450", Qsig = "qsig", Etsi = "etsi", Reject = "reject", Timeout = "timeout";

    /// <summary>Added to a ROSE invoke problem to tell it from a general problem in the vocabulary <see cref="Reject"/>.</summary>
    public const int InvokeProblem = 100;

    /// <summary>The code in the vocabulary <see cref="Etsi"/> of the one error that is an object identifier, 0.4.0.369.1.21.</summary>
    public const int LinkIdNotAssigned = 21;

    /// <summary>Codes of the vocabulary <see cref="Timeout"/>.</summary>
    public const int CtT1 = 1, CtT3 = 3, CtT4 = 4, ComponentTimer = 5, T301 = 301, T303 = 303, TransfereeReleased = 16;

    private const int SipDefault = 500;
    private const int Q850Default = 31;

    private static readonly Tables All = Tables.Load();

    private readonly CauseProfile profile;

    public Causes(CauseProfile profile) => this.profile = profile;

    /// <summary>The cause's name in Q.850 (05/1998), or "Cause n" for a value it does not define.</summary>
    public static string Name(int cause) => All.ByCause.TryGetValue(cause, out var row) ? row.Name : $"Cause {cause}";

    /// <summary>The reason phrase of a SIP status, or a neutral one for a status no table lists.</summary>
    public static string Phrase(int status) => All.ByStatus.TryGetValue(status, out var row) ? row.Phrase : status switch
    {
        100 => "Trying",
        180 => "Ringing",
        183 => "Session Progress",
        200 => "OK",
        202 => "Accepted",
        _ => "Unspecified",
    };

    /// <summary>
    /// The SIP status for a cause (RFC 3398 7.2.4.1). A cause that began as a SIP status goes back as that status; one that began as
    /// an error of a transfer service takes the status its own table gives.
    /// </summary>
    public int ToSip(Cause cause)
    {
        ArgumentNullException.ThrowIfNull(cause);
        if (cause.Original is { Vocabulary: Sip, Code: >= 400 and <= 699 } sip)
        {
            return sip.Code;
        }

        if (cause.Original is { } original && All.TransferErrors.TryGetValue((original.Vocabulary, original.Code), out var error) && error.Q850 == cause.Value)
        {
            return error.Sip;
        }

        // RFC 3398 7.2.4.1: 21 is 603 when the user itself rejected, else 403 as the table says.
        if (cause is { Value: 21, Location: 0 })
        {
            return 603;
        }

        if (!All.ByCause.TryGetValue(cause.Value, out var row))
        {
            return SipDefault;
        }

        return profile switch
        {
            CauseProfile.Rfc4497 => row.Rfc4497 ?? row.Qsig,
            CauseProfile.Q1912 => row.Q1912 ?? row.Isdn,
            _ => row.Rfc3398 ?? row.Isdn,
        };
    }

    /// <summary>The cause for a SIP failure status (RFC 3398 8.2.6.1); the status itself stays in <see cref="Cause.Original"/>.</summary>
    public Cause FromSip(int status, string? phrase = null)
    {
        var original = new OriginalCause(Sip, status, phrase);
        if (!All.ByStatus.TryGetValue(status, out var row))
        {
            // RFC 3261 8.1.3.2: an unknown status counts as x00 of its class.
            return status / 100 * 100 is var generic && generic != status && All.ByStatus.ContainsKey(generic)
                ? FromSip(generic) with { Original = original }
                : new Cause(Q850Default, BeyondInterworkingPoint, original);
        }

        var value = profile switch
        {
            CauseProfile.Rfc4497 => row.Rfc4497,
            CauseProfile.Q1912 => row.Q1912,
            _ => row.Rfc3398,
        };
        return new Cause(value ?? row.Effective, row.User ? 0 : BeyondInterworkingPoint, original);
    }

    /// <summary>The cause for an H.225.0 ReleaseCompleteReason that came without a Cause element (H.225.0 (12/2009) table 5).</summary>
    public static Cause FromH225(string reason) =>
        All.H225.TryGetValue(reason, out var row)
            ? new Cause(row.Q850, null, new OriginalCause(H225Reason, row.Index, reason))
            : new Cause(Q850Default, null, new OriginalCause(H225Reason, -1, reason));

    /// <summary>The H.225.0 ReleaseCompleteReason that goes beside a Cause element.</summary>
    public static string ToH225(int cause) => All.ToH225.TryGetValue(cause, out var reason) ? reason : "undefinedReason";

    /// <summary>The cause for an error, reject or expiry of a transfer service.</summary>
    public static Cause FromTransferError(string vocabulary, int code) =>
        All.TransferErrors.TryGetValue((vocabulary, code), out var row)
            ? new Cause(row.Q850, row.Location, new OriginalCause(vocabulary, code, row.Error))
            : new Cause(41, null, new OriginalCause(vocabulary, code));

    /// <summary>The callTransferInitiate error that tells an H.450.2 or QSIG transferor why it failed; 1008 unspecified where no table says.</summary>
    public int ToCallTransferInitiateError(Cause cause) =>
        All.InitiateErrors.TryGetValue(ToSip(cause), out var error) ? error : 1008;

    /// <summary>The ExplicitEctExecute error that tells an ETSI user why it failed (EN 300 369-1 (V1.2.4)); 3 notAvailable where no table says.</summary>
    public int ToExplicitEctError(Cause cause) =>
        All.EctErrors.TryGetValue(ToSip(cause), out var error) ? error : 3;

    /// <summary>Every row of the effective SIP to Q.850 table and back, for display.</summary>
    public IEnumerable<(int Cause, string Name, int Sip)> Q850ToSip() =>
        All.ByCause.Values.OrderBy(row => row.Cause).Select(row => (row.Cause, row.Name, ToSip(new Cause(row.Cause))));

    /// <inheritdoc cref="Q850ToSip"/>
    public IEnumerable<(int Status, string Phrase, int Cause)> SipToQ850() =>
        All.ByStatus.Values.OrderBy(row => row.Status).Select(row => (row.Status, row.Phrase, FromSip(row.Status).Value));

    /// <summary>Location 10, "network beyond interworking point": where a status that is no user's decision comes from.</summary>
    private const int BeyondInterworkingPoint = 10;

    private sealed record CauseRow(int Cause, string Name, int? Rfc3398, int? Rfc4497, int? Q1912, int Isdn, int Qsig);

    private sealed record StatusRow(int Status, string Phrase, int? Rfc3398, int? Rfc4497, int? Q1912, int Effective, bool User);

    private sealed record ReasonRow(string Reason, int Index, int Q850);

    private sealed record ErrorRow(string Error, int Sip, int Q850, int Location);

    private sealed record Tables(
        FrozenDictionary<int, CauseRow> ByCause,
        FrozenDictionary<int, StatusRow> ByStatus,
        FrozenDictionary<string, ReasonRow> H225,
        FrozenDictionary<int, string> ToH225,
        FrozenDictionary<(string, int), ErrorRow> TransferErrors,
        FrozenDictionary<int, int> InitiateErrors,
        FrozenDictionary<int, int> EctErrors)
    {
        public static Tables Load()
        {
            using var stream = typeof(Causes).Assembly.GetManifestResourceStream("causes.json")
                ?? throw new InvalidOperationException("causes.json is not part of the assembly.");
            using var document = JsonDocument.Parse(stream);
            var root = document.RootElement;
            var toInitiate = root.GetProperty("sipToTransferError").EnumerateArray()
                .SelectMany(row => row.GetProperty("sip").EnumerateArray().Select(status => (Status: status.GetInt32(), Row: row))).ToArray();
            return new Tables(
                Rows(root, "q850ToSip", row => new CauseRow(
                    Int(row, "cause"), Text(row, "name"), Optional(row, "rfc3398"), Optional(row, "rfc4497"), Optional(row, "q1912.5"), Int(row, "isdn"), Int(row, "qsig")))
                    .ToFrozenDictionary(row => Checked(row.Cause, 1, 127)),
                Rows(root, "sipToQ850", row => new StatusRow(
                    Int(row, "status"), Text(row, "phrase"), Optional(row, "rfc3398"), Optional(row, "rfc4497"), Optional(row, "q1912.5"), Optional(row, "effective") ?? Q850Default, row.GetProperty("user").GetBoolean()))
                    .ToFrozenDictionary(row => Checked(row.Status, 400, 699)),
                Rows(root, "h225ReleaseCompleteReasonToQ850", row => new ReasonRow(Text(row, "reason"), Int(row, "index"), Int(row, "q850")))
                    .ToFrozenDictionary(row => row.Reason, StringComparer.OrdinalIgnoreCase),
                Rows(root, "q850ToH225ReleaseCompleteReason", row => (Cause: Int(row, "cause"), Reason: Text(row, "reason")))
                    .ToFrozenDictionary(row => Checked(row.Cause, 1, 127), row => row.Reason),
                Rows(root, "transferErrors", row => (Vocabulary: Text(row, "vocabulary"), Code: Int(row, "code"), Error: new ErrorRow(
                    Text(row, "error"), Checked(Int(row, "sip"), 400, 699), Checked(Int(row, "q850"), 1, 127), Int(row, "location"))))
                    .ToFrozenDictionary(row => (row.Vocabulary, row.Code), row => row.Error),
                toInitiate.ToFrozenDictionary(pair => pair.Status, pair => Int(pair.Row, "callTransferInitiate")),
                toInitiate.ToFrozenDictionary(pair => pair.Status, pair => Int(pair.Row, "explicitEctExecute")));
        }

        private static IEnumerable<T> Rows<T>(JsonElement root, string table, Func<JsonElement, T> read) =>
            root.GetProperty(table).EnumerateArray().Select(read);

        private static int Int(JsonElement row, string key) => row.GetProperty(key).GetInt32();

        private static int? Optional(JsonElement row, string key) =>
            row.GetProperty(key) is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

        private static string Text(JsonElement row, string key) => row.GetProperty(key).GetString()!;

        private static int Checked(int value, int low, int high) =>
            value >= low && value <= high ? value : throw new InvalidDataException($"causes.json: {value} is outside {low}..{high}.");
    }
}
