namespace Vero.Typed.Benchmarks.CompileTime;

/// <summary>What generator and analyzers cost the compiler: figures are ratios, because they hold on other machines too.</summary>
internal static class CompileTimeCommand
{
    public const string Name = "compile-time";

    /// <summary>Prints the tables.</summary>
    /// <param name="files">How many files each program has: fewer, for a quick look.</param>
    /// <returns>0, or 1 if a bar is missed.</returns>
    public static int Run(int? files)
    {
        Sources.Files = files ?? Sources.Files;
        bool areGeneratorsFast = true;
        foreach (Shape shape in Shape.All)
            areGeneratorsFast &= new GeneratorComparison(shape).Run();
        bool areAnalyzersFast = AnalyzerShare.Run();
        PlanCost.Run();
        return areGeneratorsFast && areAnalyzersFast ? 0 : 1;
    }
}
