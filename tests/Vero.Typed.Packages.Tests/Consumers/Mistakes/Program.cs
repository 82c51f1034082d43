using Vero.Typed;

foreach (IdentifyRequest request in Shop.Client.ClientRun.Requests().Concat(Shop.Reserved.ReservedRun.Requests()).Concat(Shop.Shape.ShapeRun.Requests()))
    Console.WriteLine(request.ToJson());
