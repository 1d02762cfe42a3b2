using Gateway.Codecs.Asn1.AlignedPer;
using Gateway.Codecs.H323.H225;
using Gateway.Codecs.H323.H450;
using Gateway.Codecs.Isdn.Elements;
using Gateway.Codecs.Isdn.Facility;
using Gateway.Codecs.Isdn.Lapd;
using Gateway.Codecs.Isdn.Messages;
using Gateway.Codecs.Sip.Messages;
using Gateway.Engine;
using Gateway.Engine.Legs;
using Gateway.Engine.Transfers;
using Gateway.Exchange;
using Gateway.H323;
using Gateway.Isdn;
using Gateway.Sip;
using Gateway.Sip.Refer;
using IsdnCause = Gateway.Codecs.Isdn.Elements.Cause;

namespace Simulation.Tests.World;

/// <summary>
/// No success is told before the far side said so. Since the transfer was accepted the gateway must have heard: for H.450.2 and transfers by
/// the network a return result, or two calls cleared normally; for a blind join in the gateway, somebody who answered. Looks at messages
/// only, so that it believes nothing that the gateway believes.
/// </summary>
internal sealed class SuccessRule
{
    private readonly Dictionary<TransferId, (int Results, int Clearings, int Answers, int Reports)> accepted = [];
    private readonly HashSet<(string CallId, uint CSeq)> told = [];

    /// <summary>Those who asked to be told besides the transferor (RFC 7614 4).</summary>
    private readonly HashSet<string> watchers = [];
    private bool succeeded;

    /// <summary>A referred party that hangs up has said enough.</summary>
    public bool ByeIsSuccess { get; init; }

    private int results;
    private int clearings;
    private int answers;
    private int reports;
    private int successes;

    public void Hear(ExchangeInput input)
    {
        switch (input)
        {
            case ExchangeInput.H323(H323Input.Received(_, var message, _)):
                results += (message.UserInformation?.H323UuPdu.H4501SupplementaryService ?? [])
                    .Select(encoding => encoding.Decode<H4501SupplementaryService>(out _).ServiceApdu)
                    .OfType<ServiceApdus.RosApdus>().Sum(apdus => apdus.Value.Count(component => component is ReturnResult));
                answers += message.MessageType == H225MessageType.Connect ? 1 : 0;
                break;
            case ExchangeInput.Isdn(_, IsdnInput.FrameReceived(var frame)) when LapdFrame.Decode(frame.Span).Frame is LapdFrame.Information information
                && Q931Message.Decode(information.Payload).Message is { } message:
                results += message.All<FacilityElement>()
                    .Sum(facility => FacilityContents.Decode(facility.Contents, out _).Components.Count(component => component is Component.ReturnResult));
                answers += message.Type is MessageType.Connect or MessageType.ConnectAcknowledge ? 1 : 0;
                clearings += message.Type == MessageType.Disconnect && message.First<IsdnCause>() is { Value: 16 } ? 1 : 0;
                break;
            case ExchangeInput.Sip(SipInput.Received(_, SipResponse { IsSuccess: true, CSeq.Method: var method })) when method == SipMethod.Invite:
                answers++;
                break;
            case ExchangeInput.Sip(SipInput.Received(_, SipRequest { To.Tag: null, Method: var method } subscribe)) when method == SipMethod.Subscribe:
                watchers.Add(subscribe.CallId);
                break;
            case ExchangeInput.Sip(SipInput.Received(_, SipRequest notify)) when IsSuccess(notify):
                reports++;
                break;
            case ExchangeInput.Sip(SipInput.Received(_, SipRequest { Method: var method })) when method == SipMethod.Ack:
                answers++;
                break;
        }
    }

    /// <summary>What the gateway said in one turn.</summary>
    public void Check(IReadOnlyList<ExchangeOutput> outputs)
    {
        foreach (var note in outputs.OfType<ExchangeOutput.Noted>().Select(output => output.Note).Where(note => note.Event == NoteEvents.TransferAccepted))
            accepted[note.Transfer!.Value] = (results, clearings, answers, reports);
        foreach (var record in outputs.OfType<ExchangeOutput.Recorded>().Select(output => output.Record))
        {
            if (accepted.Remove(record.Transfer, out var before) && record.Outcome is TransferOutcome.Succeeded or TransferOutcome.FellBack)
            {
                Assert.True(IsSaid(record, before), $"{record.Transfer} is a success by {record.MethodsTried[^1]}, and nobody said so");
                (succeeded, successes) = (true, successes + 1);
            }
        }

        foreach (var notify in outputs.OfType<ExchangeOutput.SendSip>().Select(output => output.Message).OfType<SipRequest>().Where(IsSuccess))
        {
            if (watchers.Contains(notify.CallId))
                Assert.True(succeeded, "a success was told that is none yet");
            else if (told.Add((notify.CallId, notify.CSeq.Number)))
                Assert.True(successes-- > 0, "a success was told that is none");
        }
    }

    private bool IsSaid(TransferRecord record, (int Results, int Clearings, int Answers, int Reports) before) => record.MethodsTried[^1] switch
    {
        "refer" => reports > before.Reports || ByeIsSuccess,
        "h450" => results > before.Results,
        "ect" => results > before.Results || clearings > before.Clearings + 1,
        _ => record.Attended || answers > before.Answers,
    };

    private static bool IsSuccess(SipRequest request) =>
        request.Method == SipMethod.Notify && ReferReport.Read(request.Body.Span) is { IsFinal: true, Status: < 300 };
}
