namespace Gateway.Codecs.H323.H450;

/// <summary>Local operation codes of H.450.2 to H.450.8 that we know the arguments of.</summary>
public enum OperationCode
{
    // H.450.8
    CallingName = 0,
    AlertingName = 1,
    ConnectedName = 2,
    BusyName = 3,

    // H.450.2
    CallTransferIdentify = 7,
    CallTransferAbandon = 8,
    CallTransferInitiate = 9,
    CallTransferSetup = 10,
    CallTransferActive = 11,
    CallTransferComplete = 12,
    CallTransferUpdate = 13,
    SubaddressTransfer = 14,

    // H.450.3
    ActivateDiversionQ = 15,
    DeactivateDiversionQ = 16,
    InterrogateDiversionQ = 17,
    CheckRestriction = 18,
    CallRerouting = 19,
    DivertingLegInformation1 = 20,
    DivertingLegInformation2 = 21,
    DivertingLegInformation3 = 22,
    CfnrDivertedLegFailed = 23,
    DivertingLegInformation4 = 100,

    // H.450.7
    MwiActivate = 80,
    MwiDeactivate = 81,
    MwiInterrogate = 82,

    // H.450.4
    HoldNotific = 101,
    RetrieveNotific = 102,
    RemoteHold = 103,
    RemoteRetrieve = 104,
}
