using System.Numerics;

namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerWriter
{
    /// <summary>ENUMERATED with an extension marker, by rank; additions count on from <paramref name="root"/> (13).</summary>
    public void Enumerated(int rank, int root)
    {
        Boolean(rank >= root);
        if (rank >= root)
            NormallySmallNumber(rank - root);
        else
            PlainEnumerated(rank, root);
    }

    /// <summary>ENUMERATED without extension marker.</summary>
    public void PlainEnumerated(int rank, int root) => Integer(rank, 0, root - 1);
}
