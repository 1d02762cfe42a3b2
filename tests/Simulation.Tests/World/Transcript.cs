using System.Globalization;
using System.Text;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Headers.Digest;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Sdp;
using Gateway.Engine.Transfers;
using Gateway.Host.Ladders;
using Gateway.Sip;
using Operation = Gateway.Codecs.H323.H450.Operation;

namespace Simulation.Tests.World;

/// <summary>What was said on the wire, one line each, with the fields that a transfer turns on.</summary>
internal sealed class Transcript(Agenda agenda)
{
    // Most worlds end well and are never read; a line is written when somebody asks for it.
    private readonly List<(TimeSpan At, Func<string?> Write)> lines = [];
    private TimeSpan start;

    /// <summary>Nobody will read it; nothing is kept.</summary>
    public bool IsSilent { get; set; }

    /// <summary>What each D-channel's facilities are.</summary>
    public Dictionary<string, FacilityVariant> Variants { get; } = [];

    public IReadOnlyList<string> Lines =>
        [.. from line in lines let text = line.Write() where text is not null select $"{Seconds(line.At),8}  {text}"];

    /// <summary>Forgets what was said, and counts the time from here.</summary>
    public void Begin()
    {
        lines.Clear();
        start = agenda.Now;
    }

    public void Say(string text) => Write(() => $"* {text}");

    public void Add(string from, string to, SipMessage message, SipTransport over) =>
        Write(() => Arrow(from, to, $"{Label(message)}{(over == SipTransport.Udp ? "" : $"  over {over.ToString().ToUpperInvariant()}")}"));

    public void Add(string from, string to, H225Message message) => Write(() => Arrow(from, to, Label(message)));

    public void Add(string from, string to, string trunk, byte[] frame) =>
        Write(() => MessageLabel.Of(frame, Variants[trunk]) is { } label ? Arrow(from, to, label) : null);

    public void Lost(string from, string to, SipMessage message) => Write(() => Arrow(from, to, $"{Label(message)}  (lost)"));

    public void Lost(string from, string to, H225Message message) => Write(() => Arrow(from, to, $"{Label(message)}  (lost)"));

    public void Add(TransferRecord record) => Say(
        $"{record.Outcome}: {record.TransferorParty} {(record.Outcome is TransferOutcome.Succeeded or TransferOutcome.FellBack ? "had" : "wanted")} {record.TransfereeParty} connected to {record.TargetParty?.ToString() ?? "an unknown party"}"
        + (record.MethodsTried.Count == 0 ? "" : $" by {string.Join(", then ", record.MethodsTried)}")
        + (record.Cause is { } cause ? $", cause {cause}" : "")
        + (record.Outcome == TransferOutcome.Refused ? $", rule {record.Rules[^1]}" : ""));

    public override string ToString() => string.Join('\n', Lines) + "\n";

    private void Write(Func<string?> write)
    {
        if (!IsSilent)
            lines.Add((agenda.Now - start, write));
    }

    private static string Arrow(string from, string to, string label) => $"{from + " > " + to,-20}  {label}";

    private static string Seconds(TimeSpan at) => at.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Label(SipMessage message)
    {
        var label = new StringBuilder(MessageLabel.Of(message));
        if (message is SipRequest { SubscriptionState: { } state })
            label.Append(CultureInfo.InvariantCulture, $" ({state})");
        foreach (var reason in message.Reasons)
            label.Append(CultureInfo.InvariantCulture, $" [{reason}]");
        if (message.AssertedIdentities is [var identity, ..])
            label.Append(CultureInfo.InvariantCulture, $" from {identity.Uri.User}");
        label.Append(Besides(message));
        if (SessionDescription.Decode(message.Body.Span, out _) is { Audio: { } audio } description && description.ConnectionOf(audio) is { } connection)
            label.Append(CultureInfo.InvariantCulture, $"  {connection.Address}:{audio.Port} {description.DirectionOf(audio).Text()}");
        return label.ToString();
    }

    /// <summary>What makes this one other than most of its kind.</summary>
    private static string Besides(SipMessage message)
    {
        List<string> besides = [];
        if (message.Privacy.Count > 0)
            besides.Add($"Privacy: {string.Join(';', message.Privacy)}");
        if (message is SipRequest { ReferTo: not null, ReferredBy: { } by } && by.Uri.User != message.From.Uri.User)
            besides.Add($"Referred-By: {by.Uri}");
        if (message is SipRequest { Method.Name: "NOTIFY" } && message.Event?.Parameters["id"] is { } id)
            besides.Add($"id={id}");
        if (message.CSeq.Method == SipMethod.Refer)
        {
            foreach (var (name, value) in message.Lines.Where(line => line.Name is "Refer-Sub" or "Require" or "Unsupported" or "Refer-Events-At"))
                besides.Add($"{name}: {value}");
        }

        if (message is SipRequest && message.Authorization is [var proof, ..])
            besides.Add($"Authorization: nonce count {DigestCredentials.Parse(proof)?.NonceCount}");
        return besides.Count == 0 ? "" : $" {{{string.Join(", ", besides)}}}";
    }

    private static string Label(H225Message message)
    {
        var label = new StringBuilder(MessageLabel.Of(message));
        foreach (var service in message.UserInformation?.H323UuPdu.H4501SupplementaryService ?? [])
        {
            var decoded = service.Decode<H4501SupplementaryService>(out var fault);
            if (fault is not null || decoded.ServiceApdu is not ServiceApdus.RosApdus(var components))
                continue;
            foreach (var invoke in components.OfType<Invoke>())
            {
                if (Operation.Decode(invoke, out _) is Operation.CallTransferInitiate(var initiate))
                    label.Append(CultureInfo.InvariantCulture, $"  \"{initiate.CallIdentity}\" at {Names(initiate.ReroutingNumber.DestinationAddress)}");
                else if (Operation.Decode(invoke, out _) is Operation.CallTransferComplete(var complete))
                    label.Append(CultureInfo.InvariantCulture, $"  {complete.EndDesignation}, {Names(complete.RedirectionNumber.DestinationAddress)}, {complete.CallStatus}");
            }
        }

        return label.ToString();
    }

    private static string Names(IEnumerable<AliasAddress> aliases) => string.Join(' ', aliases.Select(alias => alias switch
    {
        AliasAddress.DialledDigits digits => digits.Value,
        AliasAddress.TransportID { Value: TransportAddress.IpAddress ip } => $"{ip.Ip}:{ip.Port}",
        _ => alias.ToString(),
    }));

}
