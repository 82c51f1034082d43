using Vero.Typed;

Console.WriteLine(IdentifyRequest.Parse("{\"id\":\"1\",\"data\":{\"plan\":\"Pro\"}}").ToJson());

#if PLANTED
public partial class Customer
{
    [VeroId]
    public int Id { get; set; }
}
#endif
