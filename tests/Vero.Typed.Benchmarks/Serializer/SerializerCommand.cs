using System.Globalization;

namespace Vero.Typed.Benchmarks.Serializer;

/// <summary>One table: every way to the body of every payload.</summary>
internal static class SerializerCommand
{
    public static int Run()
    {
        foreach (Payload payload in Payload.All)
            payload.Check();

        var otherBuild = new OtherBuild();
        List<string> names = [.. Payload.All[0].Ways.Select(way => way.Name)];
        names.Add("Vero.Typed built for netstandard2.0, ToIdentifyRequest");
        names.Add("Vero.Typed built for netstandard2.0, WriteIdentifyRequest, to a reused buffer");

        var columns = new List<IReadOnlyList<Measured>>();
        foreach (Payload payload in Payload.All)
        {
            columns.Add(Interleaved.Measure(
            [
                .. payload.Ways.Select(way => way.Run),
                otherBuild.Run(payload, Payload.VeroToRequest),
                otherBuild.Run(payload, Payload.VeroToBuffer),
            ]));
        }

        Console.WriteLine("| time, allocated | " + string.Join(" | ", Payload.All) + " |");
        Console.WriteLine("|---|" + string.Concat(Enumerable.Repeat("---:|", Payload.All.Count)));
        for (int row = 0; row < names.Count; row++)
        {
            IEnumerable<string> cells = columns.Select(column =>
                string.Create(CultureInfo.InvariantCulture, $"{column[row].Ratio:0.00}, {column[row].Allocated} B"));
            Console.WriteLine($"| {names[row]} | " + string.Join(" | ", cells) + " |");
        }

        IEnumerable<string> sizes = Payload.All.Select(payload =>
            string.Create(CultureInfo.InvariantCulture, $"{payload.BodyOf(Payload.VeroToRequest).Length}, {payload.BodyOf(0).Length} B"));
        Console.WriteLine("| *bytes on the wire: Vero.Typed, System.Text.Json* | " + string.Join(" | ", sizes) + " |");
        Console.WriteLine();
        Comparisons.Report();
        Console.WriteLine();
        FirstCall.Report(FirstCall.Typical);
        return 0;
    }
}
