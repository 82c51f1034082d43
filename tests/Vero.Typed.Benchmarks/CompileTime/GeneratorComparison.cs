using System.Reflection;
using Microsoft.CodeAnalysis;
using Vero.Typed.Analyzers;

namespace Vero.Typed.Benchmarks.CompileTime;

/// <summary>Our generator on classes of twenty members, and System.Text.Json's on the same members as DTOs: medians of runs that alternate.</summary>
internal sealed class GeneratorComparison
{
    private const int Rounds = 15;
    private const double HighestFirstRun = 0.8;
    private const double HighestEdit = 0.5;
    private const double HighestShareOfFirstRun = 0.1;

    private readonly Shape _shape;
    private readonly Contestant _ours;
    private readonly Contestant _theirs;

    public GeneratorComparison(Shape shape)
    {
        _shape = shape;
        _ours = new(new VeroGenerator(), shape.AnnotatedTrees(), shape.AnnotatedWithOtherMember, shape.AnnotatedWithOtherBody);
        _theirs = new(SystemTextJson(), shape.PlainTrees(), shape.PlainWithOtherMember, shape.PlainWithOtherBody);
    }

    /// <summary>Prints the table; false if a bar is missed.</summary>
    public bool Run()
    {
        _ours.Check(Sources.Files);
        _theirs.Check(Sources.Files);
        bool isCached = _ours.IsCachedAfterEditElsewhere();

        Console.WriteLine();
        Console.WriteLine($"| Generator, {Sources.Files} classes of 20 members, {_shape.Name} | System.Text.Json = 1.00 | our first run = 1.00 | allocated | ours | theirs |");
        Console.WriteLine("|---|---:|---:|---:|---:|---:|");
        (double first, TimeSpan whole) = Compare("first run", static contestant => contestant.FirstRun(), null);
        bool isGood = first <= HighestFirstRun;
        isGood &= IsGood("after an edit in a body elsewhere", static contestant => contestant.BodyElsewhere(), whole, HighestShareOfFirstRun);
        isGood &= IsGood("after an edit in a body of one class", static contestant => contestant.BodyInOneClass(), whole, HighestShareOfFirstRun);
        isGood &= IsGood("after an edit of a member elsewhere", static contestant => contestant.MemberElsewhere(), whole, HighestShareOfFirstRun);
        isGood &= IsGood("after an edit of a type elsewhere", static contestant => contestant.TypeElsewhere(), whole, HighestShareOfFirstRun);
        isGood &= IsGood("after an edit of a member of one class", static contestant => contestant.MemberOfOneClass(), whole, highestShare: 1);
        Console.WriteLine();
        Console.WriteLine($"Every step after an edit in a body elsewhere: {(isCached ? "Cached or Unchanged" : "NOT cached")}");
        return isCached && isGood;
    }

    private bool IsGood(string name, Func<Contestant, Cost> measured, TimeSpan firstRun, double highestShare)
    {
        (double ratio, TimeSpan own) = Compare(name, measured, firstRun);
        return ratio <= HighestEdit && own / firstRun <= highestShare;
    }

    private (double Ratio, TimeSpan Own) Compare(string name, Func<Contestant, Cost> measured, TimeSpan? firstRun)
    {
        var ours = new List<Cost>();
        var theirs = new List<Cost>();
        for (int round = 0; round < Rounds; round++)
        {
            ours.Add(measured(_ours));
            theirs.Add(measured(_theirs));
        }

        var (our, their) = (Cost.Median(ours), Cost.Median(theirs));
        double ratio = our.Processor / their.Processor;
        Console.WriteLine(
            $"| {name} | {ratio:0.000} | {our.Processor / (firstRun ?? our.Processor):0.000} | {(double)our.Bytes / their.Bytes:0.000} | {our.Processor.TotalMilliseconds:0.0} ms | {their.Processor.TotalMilliseconds:0.0} ms |");
        return (ratio, our.Processor);
    }

    // The one that the SDK compiles with: from the targeting pack beside the shared framework.
    private static IIncrementalGenerator SystemTextJson()
    {
        string root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));
        string file = Directory.GetDirectories(Path.Combine(root, "packs/Microsoft.NETCore.App.Ref"), $"{Environment.Version.Major}.*")
            .Select(static pack => Path.Combine(pack, "analyzers/dotnet/cs/System.Text.Json.SourceGeneration.dll"))
            .Single(File.Exists);
        Type generator = Assembly.LoadFrom(file).GetTypes().Single(static type => typeof(IIncrementalGenerator).IsAssignableFrom(type) && !type.IsAbstract);
        return (IIncrementalGenerator)Activator.CreateInstance(generator)!;
    }
}
