import { ErrorDominio } from '../plataforma/index.ts';

export const erroresDeObligaciones = {
  nadaPorPagar: () =>
    new ErrorDominio(
      'obligaciones.nada-por-pagar',
      409,
      'No hay nada por pagar de esto. Si acaba de pagar, no pague otra vez: vea sus recibos.',
    ),
  pagoNoEsta: () =>
    new ErrorDominio(
      'obligaciones.pago-no-esta',
      409,
      'Ese pago no está registrado a su nombre, o se anuló o pasó a otra obligación.',
    ),
  certificadoSinSellar: () =>
    new ErrorDominio(
      'obligaciones.certificado-sin-sellar',
      409,
      'Estamos sellando su certificado. Espere unos segundos y vuelva a intentar.',
    ),
  /** What was proposed is not so any more: somebody posted something in between. */
  yaNoSeHalla: () =>
    new ErrorDominio(
      'obligaciones.ya-no-se-halla',
      409,
      'Su cuenta cambió desde que buscó, y ya no se puede abonar así. No se movió nada. Mire otra vez la página.',
    ),
  /** What an act takes away is not there any more: somebody moved it or annulled it in between. */
  yaNoCabe: () =>
    new ErrorDominio(
      'obligaciones.ya-no-cabe',
      409,
      'La cuenta cambió desde que se propuso, y ya no queda tanto. No se hizo nada: no lo confirme, y proponga otro.',
    ),
  reciboSinHacer: () =>
    new ErrorDominio(
      'obligaciones.recibo-sin-hacer',
      409,
      'El PDF del recibo se está haciendo. Espere unos segundos e intente otra vez.',
    ),
  reciboQueNoSePaga: () =>
    new ErrorDominio(
      'obligaciones.recibo-que-no-se-paga',
      409,
      'Este recibo ya no se paga: está pagado, anulado o es de un día que pasó. Véalo, y si aún debe, haga otro.',
    ),
  bancoNoResponde: () =>
    new ErrorDominio(
      'obligaciones.banco-no-responde',
      503,
      'El banco no responde. No se le cobró nada. Espere unos minutos e intente otra vez, o pague con el recibo en un banco.',
    ),
  avisoAjeno: () =>
    new ErrorDominio(
      'obligaciones.aviso-ajeno',
      401,
      'El aviso no tiene la firma del banco, o es de hace rato.',
    ),
  avisoRepetido: () => new ErrorDominio('obligaciones.aviso-repetido', 409, 'Ese aviso ya se leyó.'),
  noEsPropio: () =>
    new ErrorDominio(
      'obligaciones.no-es-propio',
      403,
      'Nadie atiende lo suyo ni lo de su gente. Pida a otro funcionario que lo haga.',
    ),
  sinDeudaParaCuotas: () =>
    new ErrorDominio(
      'obligaciones.sin-deuda-para-cuotas',
      409,
      'No tiene deudas vencidas fuera de una facilidad: no hay qué pagar por cuotas.',
    ),
  facilidadImposible: (motivos: readonly string[]) =>
    new ErrorDominio('obligaciones.facilidad-imposible', 409, motivos.join(' ')),
  documentoSinHacer: () =>
    new ErrorDominio(
      'obligaciones.documento-sin-hacer',
      409,
      'Ese documento todavía no está. Vuelva en unos segundos a la página de la facilidad.',
    ),
  facilidadAlDia: () =>
    new ErrorDominio(
      'obligaciones.facilidad-al-dia',
      409,
      'Esta facilidad está al día o ya terminó: no hay causa para dejarla sin efecto.',
    ),
  deudaEnOtraFacilidad: () =>
    new ErrorDominio(
      'obligaciones.deuda-en-otra-facilidad',
      409,
      'Una de las deudas ya está en otra facilidad de pago. Haga la cuenta otra vez.',
    ),
} as const;
