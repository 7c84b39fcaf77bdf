import { ErrorDominio } from '../../plataforma/index.ts';

export const erroresDelFacturador = {
  impedido: (motivos: readonly { id: string; razon: string }[]) =>
    new ErrorDominio(
      'facturas.habilitacion-impedida',
      409,
      `No puede habilitarse. ${motivos.map((m) => m.razon).join(' ')}`,
      Object.fromEntries(motivos.map((m) => [m.id, m.razon])),
    ),
  setIncompleto: () =>
    new ErrorDominio(
      'facturas.set-incompleto',
      409,
      'Al set de pruebas todavía le faltan documentos aceptados. Entréguelos y después firme.',
    ),
  setLleno: (caben: number) =>
    new ErrorDominio(
      'facturas.set-lleno',
      409,
      `Hoy ya entregó ${caben} documentos de prueba, que son los que caben en un día. Siga mañana.`,
    ),
  yaHabilitado: () =>
    new ErrorDominio(
      'facturas.ya-habilitado',
      409,
      'Este set ya terminó, o su RUT cambió mientras firmaba, así que no se hizo nada más. Mire cómo está.',
    ),
  sinHabilitarse: () =>
    new ErrorDominio(
      'facturas.sin-habilitarse',
      409,
      'Su RUT todavía no dice que sea facturador electrónico (código 52). Habilítese primero.',
    ),
  rangoCruzado: () =>
    new ErrorDominio(
      'facturas.rango-cruzado',
      409,
      'Con ese prefijo ya tiene autorizados números de ese rango, o este pedido ya se firmó. Mire sus rangos y pida otros números.',
    ),
  sinAutorizar: () =>
    new ErrorDominio(
      'facturas.numeracion-sin-firmar',
      409,
      'Estos números todavía no están autorizados: falta firmar el pedido.',
    ),
  sinClave: () =>
    new ErrorDominio(
      'facturas.sin-clave-tecnica',
      409,
      'Esta numeración no tiene clave técnica: el código de sus documentos se calcula con el PIN del software.',
    ),
  claveYaMostrada: () =>
    new ErrorDominio(
      'facturas.clave-ya-mostrada',
      409,
      'La clave técnica ya se mostró, y se muestra una sola vez. Si no la guardó, inhabilite este rango y pida otro.',
    ),
  noFacturador: () =>
    new ErrorDominio(
      'facturas.nit-sin-rut',
      404,
      'Ese NIT no está en el RUT de esta oficina. Revise el número.',
    ),
  pdfSinHacer: () =>
    new ErrorDominio(
      'facturas.pdf-sin-hacer',
      409,
      'El PDF se está haciendo. Espere unos segundos e intente otra vez.',
    ),
} as const;
