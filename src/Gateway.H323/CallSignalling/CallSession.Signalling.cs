using Gateway.Codecs.H323.H225;

namespace Gateway.H323.CallSignalling;

/// <summary>Steps the call state machines and does what they ask for.</summary>
internal sealed partial class CallSession
{
    private void Signal(H225Message message)
    {
        if (IsCalling)
            Signal(CallingInput(message));
        else
            Signal(CalledInput(message));
    }

    private static CallingSide.Input CallingInput(H225Message message) => message.MessageType switch
    {
        H225MessageType.SetupAcknowledge => new CallingSide.Input.SetupAcknowledge(),
        H225MessageType.CallProceeding => new CallingSide.Input.CallProceeding(),
        H225MessageType.Alerting => new CallingSide.Input.Alerting(),
        H225MessageType.Progress => new CallingSide.Input.Progress(),
        H225MessageType.Connect => new CallingSide.Input.Connect(),
        H225MessageType.ReleaseComplete => new CallingSide.Input.ReleaseComplete(),
        H225MessageType.Facility or H225MessageType.Information or H225MessageType.Notify => new CallingSide.Input.Neutral(),
        H225MessageType.StatusInquiry => new CallingSide.Input.StatusEnquiry(),
        H225MessageType.Status => new CallingSide.Input.Status(message.CallState?.Value ?? 255),
        _ => new CallingSide.Input.WrongMessage((int)message.MessageType, Enum.IsDefined(message.MessageType)),
    };

    private static CalledSide.Input CalledInput(H225Message message) => message.MessageType switch
    {
        H225MessageType.Setup => new CalledSide.Input.Setup(),
        H225MessageType.ReleaseComplete => new CalledSide.Input.ReleaseComplete(),
        H225MessageType.Facility or H225MessageType.Information or H225MessageType.Notify => new CalledSide.Input.Neutral(),
        H225MessageType.StatusInquiry => new CalledSide.Input.StatusEnquiry(),
        H225MessageType.Status => new CalledSide.Input.Status(message.CallState?.Value ?? 255),
        _ => new CalledSide.Input.WrongMessage((int)message.MessageType, Enum.IsDefined(message.MessageType)),
    };

    private void Signal(CallingSide.Input input)
    {
        var transition = CallingSide.Handle(calling, input);
        Moved(nameof(CallingSide), calling, input, transition.Next);
        calling = transition.Next;
        foreach (var output in transition.Outputs)
            Do(output);
    }

    private void Signal(CalledSide.Input input, H323Indication.IncomingCall? incoming = null)
    {
        var transition = CalledSide.Handle(called, input);
        Moved(nameof(CalledSide), called, input, transition.Next);
        called = transition.Next;
        foreach (var output in transition.Outputs)
            Do(output, incoming);
    }

    private void Do(CallingSide.Output output)
    {
        switch (output)
        {
            case CallingSide.Output.OpenConnection:
                Stack.Emit(new H323Output.OpenConnection(Connection, request!.Destination));
                break;
            case CallingSide.Output.CloseConnection:
                Stack.CloseConnection(Connection);
                break;
            case CallingSide.Output.SendSetup:
                Send(Setup());
                break;
            case CallingSide.Output.SendReleaseComplete release:
                SendReleaseComplete(release.Cause);
                break;
            case CallingSide.Output.SendStatus status:
                Send(Status(status.Cause, status.CallState));
                break;
            case CallingSide.Output.StartTimer start:
                Start(start.Timer);
                break;
            case CallingSide.Output.StopTimer stop:
                Stop(stop.Timer);
                break;
            case CallingSide.Output.IndicateProceeding:
                Indicate(new H323Indication.Proceeding());
                break;
            case CallingSide.Output.IndicateAlerting:
                Indicate(new H323Indication.Alerting(fast?.Remote));
                break;
            case CallingSide.Output.IndicateProgress:
                Indicate(new H323Indication.Progress(fast?.Remote));
                break;
            case CallingSide.Output.IndicateAnswered:
                if (fast is null && !StartControl())
                    break;
                Indicate(new H323Indication.Answered(control.Remote, Answerer()));
                ChangeDeferredMedia();
                break;
            case CallingSide.Output.IndicateReleased released:
                End(released.Cause);
                break;
            case CallingSide.Output.NoteRepeated:
                Observe($"{current?.MessageType} repeated, ignored (Q.931 (05/1998) 5.8.4)");
                break;
        }
    }

    private void Do(CalledSide.Output output, H323Indication.IncomingCall? incoming)
    {
        switch (output)
        {
            case CalledSide.Output.CloseConnection:
                Stack.CloseConnection(Connection);
                break;
            case CalledSide.Output.SendCallProceeding:
                Send(CallProceeding());
                break;
            case CalledSide.Output.SendAlerting:
                Send(Alerting());
                break;
            case CalledSide.Output.SendProgress:
                Send(ProgressMessage());
                break;
            case CalledSide.Output.SendConnect:
                Send(Connect());
                break;
            case CalledSide.Output.SendReleaseComplete release:
                SendReleaseComplete(release.Cause);
                break;
            case CalledSide.Output.SendStatus status:
                Send(Status(status.Cause, status.CallState));
                break;
            case CalledSide.Output.IndicateIncomingCall:
                Indicate(incoming!);
                break;
            case CalledSide.Output.IndicateReleased released:
                End(released.Cause);
                break;
        }
    }

    private H323Party? Answerer()
    {
        if (current is null)
            return null;
        var connect = current.UserInformation?.H323UuPdu.H323MessageBody as ConnectUuie;
        return H323Party.From(current.ConnectedNumber, connect?.ConnectedAddress, current.Display);
    }
}
