/** What does not agree between a payment and the slip that it names. The money is posted all the same. */
export type Novedad =
  | 'recibo-desconocido'
  | 'recibo-anulado'
  | 'recibo-pagado'
  | 'posible-doble'
  | 'fuera-de-plazo'
  | 'otro-valor'
  | 'pago-de-otro'
  | 'rut-cancelado';

/** Of each: what the person is told, and whether somebody of the office must look at it, and what for. */
interface ComoSeDice {
  persona: string;
  oficina?: string;
}

export const NOVEDADES: Readonly<Record<Novedad, ComoSeDice>> = {
  'recibo-desconocido': {
    persona: 'El banco dio un número de recibo que no existe. El dinero está guardado sin dueño.',
    oficina: 'Ningún recibo tiene ese número. Busque de quién es el dinero, o pídale al banco que lo revise.',
  },
  'recibo-anulado': {
    persona: 'El recibo estaba anulado. El pago vale: se abonó a la misma obligación.',
  },
  'recibo-pagado': {
    persona:
      'Este recibo ya estaba pagado. El dinero de este segundo pago también es suyo: paga lo que falte de la misma obligación, y lo que sobre puede usarlo en otra deuda o pedir que se lo devuelvan.',
    oficina: 'El mismo recibo se pagó dos veces. Confirme con el banco que entró dinero las dos veces.',
  },
  'posible-doble': {
    persona:
      'El banco nos dijo este mismo valor en línea y en su archivo, y no sabemos si es el mismo dinero. Mire en su banco si le descontaron una vez o dos. Si fue una sola, escríbale a la oficina con el número del banco: no use lo que sobre hasta que se aclare.',
    oficina:
      'El mismo valor llegó en línea y en un archivo, sin un número de operación que esté en los dos. Pregúntele al banco si es un pago o son dos.',
  },
  'fuera-de-plazo': {
    persona:
      'El pago entró después del día del recibo. Los intereses siguieron contando hasta el día del pago, y puede quedar una parte por pagar.',
  },
  'otro-valor': {
    persona: 'El banco recibió un valor distinto del que dice el recibo. Se abonó lo que entró.',
    oficina: 'El valor que entró no es el del recibo. Confirme con el banco que no haya un error.',
  },
  'pago-de-otro': {
    persona: 'Pagó otra persona. El pago vale igual: se abonó a su obligación.',
  },
  'rut-cancelado': {
    persona: 'El RUT está cancelado. Lo que se debía sigue por pagar, y este pago se abonó a esa deuda.',
    oficina: 'Entró un pago de un RUT cancelado. Mire si aún debía algo o si hay que devolver.',
  },
};
