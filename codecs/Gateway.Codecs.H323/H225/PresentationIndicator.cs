namespace Gateway.Codecs.H323.H225;

/// <summary>PresentationIndicator, as octet 3a of calling party number (H.225.0 (12/2009) 7.6, Annex H).</summary>
public enum PresentationIndicator
{
    PresentationAllowed,
    PresentationRestricted,
    AddressNotAvailable,
}
