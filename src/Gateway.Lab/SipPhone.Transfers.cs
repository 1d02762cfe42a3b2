using System.Net;
using Gateway.Codecs.Sip.Headers;
using Gateway.Codecs.Sip.Messages;
using Gateway.Codecs.Sip.Uris;
using Gateway.Sip;
using Gateway.Sip.Dialogs;
using Gateway.Sip.Refer;

namespace Gateway.Lab;

/// <summary>REFER, sent and received: RFC 3515, RFC 5589.</summary>
public sealed partial class SipPhone
{
    private readonly Dictionary<ReferHandle, Referring> referrals = [];

    /// <summary>A REFER of ours. It outlives the call it went out on, when the person hangs up first.</summary>
    private sealed record Referring(PhoneLine Line, PhoneLine? Target, bool LeaveAtOnce)
    {
        public ReferReport? LastTold { get; set; }
    }

    private protected override void Transfer(Line line, string number, bool leaveAtOnce) =>
        Refer((PhoneLine)line, ReferTo.Create(UriOf(number)), null, leaveAtOnce);

    private protected override void Transfer(Line line, Line target, bool leaveAtOnce)
    {
        var other = (PhoneLine)target;
        if (stack.RemoteTarget(other.Handle) is { } uri && stack.ReplacesFor(other.Handle) is { } replaces)
            Refer((PhoneLine)line, ReferTo.Create(uri, replaces), other, leaveAtOnce);
        else
            Observe($"{target.Call} has no dialog yet; no REFER to it");
    }

    private void Refer(PhoneLine line, ReferTo referTo, PhoneLine? target, bool leaveAtOnce)
    {
        var refer = stack.NewRefer();
        referrals.Add(refer, new Referring(line, target, leaveAtOnce));
        wanted.Enqueue(new SipCommand.SendRefer(line.Handle, refer, referTo, AddressOf(line)));
    }

    private void TakeTransfer(SipIndication indication)
    {
        switch (indication)
        {
            case SipIndication.ReferAccepted accepted when referrals.TryGetValue(accepted.Refer, out var referring):
                Tell(new FarEndEvent.TransferAccepted(referring.Line.Call, accepted.Response.Status));
                if (referring.LeaveAtOnce)
                    LeaveBoth(referring);
                break;
            case SipIndication.ReferRejected rejected when referrals.Remove(rejected.Refer, out var referring):
                Tell(new FarEndEvent.TransferEnded(referring.Line.Call, false, Words(rejected.Why)));
                break;
            case SipIndication.ReferProgress progress when referrals.TryGetValue(progress.Refer, out var referring):
                Tell(referring, progress.Report);
                break;
            case SipIndication.ReferEnded ended when referrals.Remove(ended.Refer, out var referring):
                TakeOutcome(referring, ended);
                break;
            case SipIndication.ReferReceived received:
                TakeRefer(received);
                break;
        }
    }

    private void Tell(Referring referring, ReferReport report)
    {
        referring.LastTold = report;
        Tell(new FarEndEvent.TransferProgress(referring.Line.Call, report.Status, report.Phrase, report.Reasons));
    }

    private void TakeOutcome(Referring referring, SipIndication.ReferEnded ended)
    {
        if (ended.Report is { } last && last != referring.LastTold)
            Tell(referring, last);
        bool? succeeded = ended.Report is { IsFinal: true } final ? final.Status < 300 : null;
        Tell(new FarEndEvent.TransferEnded(
            referring.Line.Call, succeeded, succeeded is null ? ended.Why : $"{ended.Report!.Status} {ended.Report.Phrase}"));
        if (succeeded == true && settings.LeaveWhenTransferred)
            LeaveBoth(referring);
    }

    private void LeaveBoth(Referring referring)
    {
        foreach (var line in new[] { referring.Line, referring.Target })
        {
            if (line is not null && byHandle.ContainsKey(line.Handle))
                wanted.Enqueue(new SipCommand.Leave(line.Handle));
        }
    }

    /// <summary>Somebody asks us to call somebody else: we do, and tell how it goes. Whoever asked ends the first call.</summary>
    private void TakeRefer(SipIndication.ReferReceived received)
    {
        if (received.Call is not { } handle || !byHandle.TryGetValue(handle, out var on))
        {
            wanted.Enqueue(new SipCommand.RejectRefer(received.Refer, 403));
            return;
        }

        var referral = received.Referral;
        var number = referral.Target.User;
        Tell(new FarEndEvent.TransferAsked(on.Call, number));
        wanted.Enqueue(new SipCommand.AcceptRefer(received.Refer));
        wanted.Enqueue(new SipCommand.NotifyRefer(received.Refer, ReferReport.Trying));
        var line = OpenLine(stack.NewCall(), on.Own);
        line.Party = number;
        line.Serves = (received.Refer, on);
        Tell(new FarEndEvent.Dialled(line.Call, line.Own, number));
        wanted.Enqueue(new SipCommand.PlaceCall(
            line.Handle, FlowTo(HostOf(referral.Target)), referral.Target, AddressOf(line), NameAddr.Create(referral.Target), Offer(line))
        {
            Headers = referral.ReferredBy is { } by && !referral.Headers.Any(header => header.Name.Equals("Referred-By", StringComparison.OrdinalIgnoreCase))
                ? [.. referral.Headers, new SipHeader("Referred-By", by.ToString())]
                : referral.Headers,
        });
    }

    /// <summary>A name is not looked up: the gateway is asked to find it.</summary>
    private IPEndPoint HostOf(SipUri uri) =>
        IPAddress.TryParse(uri.Host, out var address) ? new IPEndPoint(address, uri.Port ?? 5060) : settings.Gateway;

    /// <summary>What the called party of a transfer answers is what the transferor hears.</summary>
    private void Report(PhoneLine line, SipResponse response)
    {
        if (line.Serves is not var (refer, on) || response.Status == 100)
            return;
        wanted.Enqueue(new SipCommand.NotifyRefer(refer, new ReferReport(response.Status, response.Phrase, [.. response.Reasons])));
        if (response.IsSuccess)
        {
            on.TakenOverBy = line.Call;
            line.Serves = null;
        }
    }

    private void Report(PhoneLine line, CallEnd end)
    {
        if (line.Serves is not var (refer, on))
            return;
        var status = end.Status ?? 487;
        var phrase = StatusPhrase.Of(status);
        wanted.Enqueue(new SipCommand.NotifyRefer(refer, new ReferReport(status, phrase, [.. end.Message?.Reasons ?? []])));
        Tell(new FarEndEvent.TransferFailed(on.Call, $"{status} {phrase}"));
    }

    private static string Words(CallEnd end) => end.Status is { } status ? $"{status} {StatusPhrase.Of(status)}" : $"{end.By}";
}
