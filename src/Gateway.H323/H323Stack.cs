using System.Net;
using System.Runtime.CompilerServices;
using Gateway.Codecs.H323.H225;
using Gateway.H323.CallSignalling;

namespace Gateway.H323;

/// <summary>
/// The H.323 stack: call signalling, tunnelled H.245 and call transfer for any number of calls, in every role. One synchronous object: it
/// is told one input at a time and gives back what is to be done, in order. It knows no clock, no socket and no chance.
/// </summary>
public sealed class H323Stack(H323Settings settings, IH323Identifiers identifiers)
{
    private readonly Dictionary<CallKey, CallSession> calls = [];
    private readonly Dictionary<(ConnectionKey Connection, ushort Reference, bool FromDestination), CallSession> byReference = [];
    private readonly Dictionary<ConnectionKey, List<CallSession>> byConnection = [];
    private readonly Dictionary<ConnectionKey, IPEndPoint?> accepted = [];
    private readonly Dictionary<string, CallSession> identities = new(StringComparer.Ordinal);
    private readonly List<CallSession> touched = [];
    private List<H323Output> outputs = [];

    public H323Settings Settings { get; } = settings;

    internal IH323Identifiers Identifiers { get; } = identifiers;

    /// <summary>Calls that are not over.</summary>
    public int CallCount => calls.Count;

    /// <summary>The call that a message which came on a connection belongs to; null when there is none.</summary>
    public CallKey? Find(ConnectionKey connection, CallReference? reference) =>
        reference is { } known && byReference.TryGetValue((connection, known.Value, known.FromDestination), out var call) ? call.Key : null;

    /// <summary>Takes one input; gives back everything that follows from it.</summary>
    public IReadOnlyList<H323Output> Handle(H323Input input)
    {
        outputs = [];
        switch (input)
        {
            case H323Input.Connected connected:
                Connected(connected);
                break;
            case H323Input.Received received:
                Received(received);
                break;
            case H323Input.Malformed malformed:
                Malformed(malformed);
                break;
            case H323Input.Closed closed:
                accepted.Remove(closed.Connection);
                CloseCalls(closed.Connection, closed.Reason);
                break;
            case H323Input.Expired expired when calls.TryGetValue(expired.Timer.Call, out var call):
                Touch(call);
                call.Expired(expired.Timer);
                break;
            case H323Input.Expired:
                break;
            case H323Input.PlaceCall place:
                Place(place);
                break;
            default:
                Request(input);
                break;
        }
        // Flushing may touch further calls, so the list grows while it is walked.
        for (var i = 0; i < touched.Count; i++)
            touched[i].Flush();
        touched.Clear();
        return outputs;
    }

    internal void Emit(H323Output output) => outputs.Add(output);

    /// <summary>One line for the log.</summary>
    /// <param name="reason">Who observes, which stands for the kind of line.</param>
    internal void Observe(CallKey? call, ConnectionKey? connection, string line, [CallerMemberName] string reason = "") =>
        Emit(new H323Output.Observed(call, connection, line) { Reason = reason, Source = connection is { } known ? accepted.GetValueOrDefault(known) : null });

    /// <summary>What this call has to transport goes out at the end of the turn.</summary>
    internal void Touch(CallSession call)
    {
        if (!touched.Contains(call))
            touched.Add(call);
    }

    internal CallSession Place(H323Input.PlaceCall place)
    {
        var call = CallSession.Outgoing(this, place);
        Add(call);
        call.Place();
        return call;
    }

    internal void CloseConnection(ConnectionKey connection)
    {
        accepted.Remove(connection);
        Emit(new H323Output.CloseConnection(connection));
    }

    internal void Remove(CallSession call)
    {
        calls.Remove(call.Key);
        if (byConnection.TryGetValue(call.Connection, out var others) && others.Remove(call) && others.Count == 0)
            byConnection.Remove(call.Connection);
        byReference.Remove((call.Connection, call.Reference.Value, !call.Reference.FromDestination));
    }

    internal string GiveIdentity(CallSession call)
    {
        var identity = Identifiers.NextCallIdentity();
        // Four digits run out long before calls do; the oldest of as many waiting ones then loses.
        for (var tries = 0; tries < 16 && identities.ContainsKey(identity); tries++)
            identity = Identifiers.NextCallIdentity();
        identities[identity] = call;
        return identity;
    }

    internal CallSession? TakeIdentity(string identity) => identities.GetValueOrDefault(identity);

    internal void ForgetIdentity(string identity, CallSession call)
    {
        if (identities.GetValueOrDefault(identity) == call)
            identities.Remove(identity);
    }

    private void Add(CallSession call)
    {
        calls[call.Key] = call;
        if (byConnection.TryGetValue(call.Connection, out var others))
            others.Add(call);
        else
            byConnection[call.Connection] = [call];
        // The peer's messages carry the flag that ours do not.
        byReference[(call.Connection, call.Reference.Value, !call.Reference.FromDestination)] = call;
        Touch(call);
    }

    private void Connected(H323Input.Connected connected)
    {
        if (!byConnection.TryGetValue(connected.Connection, out var waiting))
        {
            if (connected.Remote is not null)
                accepted[connected.Connection] = connected.Remote;
            else
                // We asked for it, and the call was given up while it was being opened.
                CloseConnection(connected.Connection);
            return;
        }
        Touch(waiting[0]);
        waiting[0].Connected();
    }

    private void Received(H323Input.Received received)
    {
        // What was still under way when we closed the connection concerns nobody any more.
        if (!accepted.ContainsKey(received.Connection) && !byConnection.ContainsKey(received.Connection))
            return;
        var message = received.Message;
        foreach (var fault in received.Faults)
            Observe(null, received.Connection, $"{message.MessageType}: {fault.Kind} {fault.Identifier}: {fault.Fault}");
        var worst = received.Faults.Where(fault => fault.IsMandatory).Select(fault => (int)fault.CauseValue);
        int? cause = worst.Any() ? worst.Min() : null;
        if (message.CallReference is not { Value: not 0 } reference)
        {
            Observe(null, received.Connection, $"{message.MessageType} with the global or dummy call reference, ignored");
            return;
        }
        if (byReference.TryGetValue((received.Connection, reference.Value, reference.FromDestination), out var call))
        {
            Touch(call);
            call.Receive(message, cause);
            return;
        }
        Unassigned(received.Connection, message, reference, cause);
    }

    /// <summary>A call reference that is not in use (Q.931 (05/1998) 5.8.3.2): a new call, or a mistake.</summary>
    private void Unassigned(ConnectionKey connection, H225Message message, CallReference reference, int? cause)
    {
        switch (message.MessageType)
        {
            case H225MessageType.Setup when reference.FromDestination:
            case H225MessageType.ReleaseComplete or H225MessageType.Status:
                Observe(null, connection, $"{message.MessageType} for no call, ignored (Q.931 (05/1998) 5.8.3.2)");
                break;
            case H225MessageType.Setup when cause is null && message.UserInformation?.H323UuPdu.H323MessageBody is SetupUuie setup:
                Arrive(connection, message, reference, setup);
                break;
            case H225MessageType.Setup:
                Refuse(connection, reference, cause ?? 100, message);
                break;
            default:
                Refuse(connection, reference, 81, message);
                break;
        }
    }

    private void Arrive(ConnectionKey connection, H225Message message, CallReference reference, SetupUuie setup)
    {
        if (setup.ConferenceGoal == ConferenceGoal.CallIndependentSupplementaryService)
        {
            Refuse(connection, reference, 69, message);
            return;
        }
        var call = CallSession.Incoming(this, connection, accepted.GetValueOrDefault(connection), reference, setup);
        Add(call);
        call.Arrive(message, setup);
    }

    /// <summary>RELEASE COMPLETE for what never became a call.</summary>
    private void Refuse(ConnectionKey connection, CallReference reference, int cause, H225Message message)
    {
        Observe(null, connection, $"{message.MessageType} answered with RELEASE COMPLETE, cause {cause}");
        Emit(new H323Output.Send(connection, CallSession.ReleaseComplete(reference with { FromDestination = !reference.FromDestination }, cause)));
        if (!byConnection.ContainsKey(connection))
            CloseConnection(connection);
    }

    private void Malformed(H323Input.Malformed malformed)
    {
        Observe(null, malformed.Connection, malformed.FramingLost
            ? $"connection closed: {malformed.Fault}"
            : $"message ignored: {malformed.Fault}");
        if (!malformed.FramingLost)
            return;
        CloseConnection(malformed.Connection);
        CloseCalls(malformed.Connection, "framing lost");
    }

    private void CloseCalls(ConnectionKey connection, string reason)
    {
        if (!byConnection.TryGetValue(connection, out var lost))
            return;
        foreach (var call in lost.ToList())
        {
            Touch(call);
            call.Observe($"connection closed: {reason}");
            call.ConnectionClosed();
        }
    }

    private void Request(H323Input input)
    {
        var key = CallOf(input);
        if (!calls.TryGetValue(key, out var call))
        {
            // The peer may have cleared the call while the request was on its way.
            Observe(key, null, $"{input.GetType().Name} for a call that is over, ignored");
            return;
        }
        Touch(call);
        switch (input)
        {
            case H323Input.Proceed:
                call.Proceed();
                break;
            case H323Input.Alert alert:
                call.Alert(alert.Media);
                break;
            case H323Input.Progress progress:
                call.Progress(progress.Media);
                break;
            case H323Input.Answer answer:
                call.Answer(answer.Media, answer.ConnectedParty);
                break;
            case H323Input.Release release:
                call.Release(release.Cause, release.Reason);
                break;
            case H323Input.SendServices services:
                call.SendServices(services.Services);
                break;
            case H323Input.Hold:
                call.Hold();
                break;
            case H323Input.Retrieve:
                call.Retrieve();
                break;
            case H323Input.ChangeMedia change:
                call.ChangeMedia(change.Media, change.SameSender);
                break;
            case H323Input.TransferIdentify:
                call.TransferIdentify();
                break;
            case H323Input.TransferInitiate initiate:
                call.TransferInitiate(
                    initiate.CallIdentity, initiate.ReroutingNumber, initiate.Secondary is { } secondary ? calls.GetValueOrDefault(secondary) : null);
                break;
            case H323Input.TransferAbandon:
                call.TransferAbandon();
                break;
            case H323Input.AcceptTransfer accept:
                call.AcceptTransfer(accept.NewCall);
                break;
            case H323Input.CompleteTransfer:
                call.CompleteTransfer();
                break;
            case H323Input.RefuseTransfer refuse:
                call.RefuseTransfer(refuse.Error);
                break;
            case H323Input.AnswerIdentify answer:
                call.AnswerIdentify(answer.ReroutingNumber);
                break;
            case H323Input.RefuseIdentify refuse:
                call.RefuseIdentify(refuse.Error);
                break;
        }
    }

    private static CallKey CallOf(H323Input input) => input switch
    {
        H323Input.Proceed request => request.Call,
        H323Input.Alert request => request.Call,
        H323Input.Progress request => request.Call,
        H323Input.Answer request => request.Call,
        H323Input.Release request => request.Call,
        H323Input.SendServices request => request.Call,
        H323Input.Hold request => request.Call,
        H323Input.Retrieve request => request.Call,
        H323Input.ChangeMedia request => request.Call,
        H323Input.TransferIdentify request => request.Call,
        H323Input.TransferInitiate request => request.Call,
        H323Input.TransferAbandon request => request.Call,
        H323Input.AcceptTransfer request => request.Call,
        H323Input.CompleteTransfer request => request.Call,
        H323Input.RefuseTransfer request => request.Call,
        H323Input.AnswerIdentify request => request.Call,
        H323Input.RefuseIdentify request => request.Call,
        _ => throw new ArgumentOutOfRangeException(nameof(input)),
    };
}
