using System.Numerics;

namespace Gateway.Codecs.Asn1.AlignedPer;

public ref partial struct PerReader
{
    /// <summary>
    /// ENUMERATED with an extension marker: the rank in order of the numbers; ranks from <paramref name="root"/> on are additions,
    /// known or not (13).
    /// </summary>
    public int Enumerated(int root) => Boolean() ? root + NormallySmallNumber() : PlainEnumerated(root);

    /// <summary>ENUMERATED without extension marker.</summary>
    public int PlainEnumerated(int root)
    {
        const string clause = "X.691 (07/2002) 13";
        return Rank(root, clause);
    }

    private int Rank(int count, string clause)
    {
        if (count > 255)
            return Integer(0, count - 1);
        var start = position;
        var rank = count == 1 ? 0 : (int)Bits(BitOperations.Log2((uint)count - 1) + 1, clause);
        if (rank < count)
            return rank;
        FailAt(DecodeFaultReason.UnknownAlternative, clause, start);
        return 0;
    }
}
