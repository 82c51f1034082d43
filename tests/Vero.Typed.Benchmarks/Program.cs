using Vero.Typed.Benchmarks.Serializer;

// dotnet run -c Release --project tests/Vero.Typed.Benchmarks [-- command]
switch (args)
{
    case []:
        return SerializerCommand.Run();
    case [FirstCall.Name, var way]:
        return FirstCall.Run(way);
    case [BenchmarkDotNetCommand.Name]:
        return BenchmarkDotNetCommand.Run();
    default:
        Console.Error.WriteLine($"Without a command the serializer is measured. Commands: {BenchmarkDotNetCommand.Name}.");
        return 2;
}
