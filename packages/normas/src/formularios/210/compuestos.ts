import {
  campo,
  leeCodigo,
  leeEntero,
  leeLista,
  leeNumeroOObjeto,
  leeObjeto,
  leePesos,
  leeSiNo,
  leeUnoOVarios,
  opcional,
} from '../motor/index.ts';

const MESES = leeEntero(12);

const DEPENDIENTE = leeObjeto({
  parentesco: campo(
    leeCodigo({
      hijo: 'hijo',
      hija: 'hijo',
      conyuge: 'conyuge',
      padre: 'padre',
      madre: 'padre',
      hermano: 'hermano',
      hermana: 'hermano',
    } as const),
  ),
  edad: opcional(leeEntero(130)),
  estudia: opcional(leeSiNo),
  dependenciaCertificada: opcional(leeSiNo),
  ingresos: opcional(leePesos),
});

const CESANTIAS = leeObjeto({ cesantias: campo(leePesos), salarioPromedioMensual: campo(leePesos) });

/** What a person knows and the form does not ask: boxes are filled from it (`desdeHechos`). */
export const COMPUESTOS = {
  mesadas: {
    nombre: 'Mesadas de pensión, una por cada pago',
    norma: 'ET 206 num. 5',
    ayuda: 'Cada una es un número, o lleva «bruta» y «salud».',
    casilla: '102',
    lector: leeLista(
      leeNumeroOObjeto(leePesos, leeObjeto({ bruta: campo(leePesos), salud: opcional(leePesos) })),
      60,
    ),
  },
  exentaLaboral25: {
    nombre: 'Usar el 25 % exento de lo laboral',
    norma: 'ET 206 num. 10',
    ayuda: 'Se calcula con las casillas 32, 33, 35, 38 y 39.',
    casilla: '36',
    lector: leeSiNo,
  },
  cesantias: {
    nombre: 'Cesantías e intereses de cesantías que recibió, dentro de la casilla 32',
    norma: 'ET 206 num. 4',
    ayuda:
      'Con el salario promedio mensual de los últimos seis meses. Si son de varios empleos, una lista con los de cada uno.',
    casilla: '36',
    // The average is that of each job (ET 206 num. 4: «de vinculación laboral»): who had two says both.
    lector: leeUnoOVarios(CESANTIAS, 20),
  },
  otrasExentas: {
    nombre: 'Otras rentas exentas de trabajo que tuvo, dentro de la casilla 32',
    norma: 'ET 206, 206-1, 235-2',
    ayuda: 'La parte exenta, sin el 25 % ni las cesantías.',
    casilla: '36',
    lector: leePesos,
  },
  interesesDeVivienda: {
    nombre: 'Intereses del crédito de vivienda que pagó',
    norma: 'ET 119',
    casilla: '38',
    lector: leePesos,
  },
  deducciones: {
    nombre: 'Lo que pagó y puede restar de sus rentas de trabajo',
    norma: 'ET 115, 119, 126-1, 387',
    ayuda: 'Dependiente, salud, 4 por mil, ICETEX y cesantías del independiente: cada uno con su límite.',
    casilla: '39',
    lector: leeObjeto({
      dependiente: opcional(leeObjeto({ ingresoLaboralBruto: campo(leePesos), meses: campo(MESES) })),
      salud: opcional(leeObjeto({ pagado: campo(leePesos), meses: campo(MESES) })),
      gmfPagado: opcional(leePesos),
      interesesIcetex: opcional(leePesos),
      cesantiasIndependiente: opcional(
        leeObjeto({ aporte: campo(leePesos), ingresoGravable: campo(leePesos) }),
      ),
    }),
  },
  rendimientos: {
    nombre: 'Rendimientos financieros, dentro de la casilla 58',
    norma: 'ET 38 a 41',
    ayuda: 'La parte que solo compensa la inflación va en la casilla 59.',
    casilla: '59',
    lector: leePesos,
  },
  donaciones: {
    nombre: 'Donaciones a entidades del régimen especial',
    norma: 'ET 257',
    casilla: '123',
    lector: leePesos,
  },
  dependientes: {
    nombre: 'Personas que dependen de usted',
    norma: 'ET 387 par. 2',
    ayuda: 'Cuántas son, o una lista con el parentesco y los datos de cada una.',
    casilla: '138',
    lector: leeLista(DEPENDIENTE, 20),
  },
  responsableIva: {
    nombre: 'Era responsable de IVA al terminar el año',
    norma: 'ET 592 num. 1',
    ayuda: 'Decide si está obligado a declarar.',
    lector: leeSiNo,
  },
  consumosTarjeta: {
    nombre: 'Consumos con tarjeta de crédito',
    norma: 'ET 594-3 lit. a',
    ayuda: 'Decide si está obligado a declarar.',
    lector: leePesos,
  },
  compras: {
    nombre: 'Compras y consumos del año',
    norma: 'ET 594-3 lit. b',
    ayuda: 'Decide si está obligado a declarar.',
    lector: leePesos,
  },
  consignaciones: {
    nombre: 'Consignaciones, depósitos e inversiones del año',
    norma: 'ET 594-3 lit. c',
    ayuda: 'Decide si está obligado a declarar.',
    lector: leePesos,
  },
} as const;
