import { enUvt, esMayor, esMayorOIgual, suma, sumaAnexo } from '../motor/index.ts';
import type { Formulario, Hecho, Reparo } from '../motor/index.ts';
import {
  anexoMunicipal,
  DESDE,
  finDeLosRangos,
  HASTA,
  icaMayorQueSimple,
  icaNoCoincide,
  INC as TARIFA_INC,
  INGRESOS_EXTRAORDINARIOS,
  ingresosDelGrupo,
  ingresosYTarifas,
  MUNICIPIOS,
  noCoinciden,
  sinGrupo,
  tablasDeTarifas,
} from '../simple/index.ts';
import { ANTICIPO, INGRESOS, SALDO } from './secciones/anticipo.ts';
import { ENCABEZADO } from './secciones/encabezado.ts';
import { INC, IVA, PAGO } from './secciones/otros-impuestos.ts';

const HECHOS: readonly Hecho[] = [
  INGRESOS_EXTRAORDINARIOS,
  {
    clave: 'interesesIca',
    nombre: 'Intereses de mora del ICA',
    clase: 'pesos',
    norma: 'DUR 1.5.8.3.7 num. 6',
    ayuda: 'Los que liquidó por el ICA de los municipios, si paga después del vencimiento.',
  },
];

const REPAROS: readonly Reparo[] = [
  ...noCoinciden(
    '39',
    suma(sumaAnexo(MUNICIPIOS, 'ingresos'), 'ingresosExtraordinarios'),
    'todos los grupos',
  ),
  sinGrupo('39', 'tarifa'),
  {
    codigo: 'sobre-el-ultimo-rango',
    casilla: '39',
    gravedad: 'aviso',
    norma: 'DUR 1.5.8.3.10',
    cuando: esMayorOIgual(39, enUvt('finDeLosRangos')),
    limite: enUvt('finDeLosRangos'),
    mensaje:
      'Los ingresos del bimestre llegan al final de la tabla ({limite}): se toma la tarifa más alta. Revise que en el año no pase el límite para estar en el SIMPLE.',
  },
  icaMayorQueSimple('43', '42'),
  icaNoCoincide('43'),
  {
    codigo: 'mayor-que-los-ingresos',
    casilla: '40',
    gravedad: 'error',
    norma: 'ET 904 par.',
    cuando: esMayor(40, 39),
    limite: suma(39),
    mensaje: 'La casilla 40 no puede pasar de los ingresos de la casilla 39: {limite}.',
  },
];

/** Form 2593, the electronic receipt with which the SIMPLE tax is paid ahead every two months (ET 908 par. 4, 910). */
export const FORMULARIO_2593: Formulario = {
  codigo: '2593',
  nombre: 'Recibo electrónico SIMPLE: anticipo bimestral',
  fuente:
    'DUR 1625 de 2016, art. 1.5.8.3.7 (Decretos 1091 de 2020 y 1545 de 2024); orden y nombres, de un generador público; casillas 39, 50 y 51, en doctrina DIAN (Oficio 28229 de 2019, Conceptos 15666 de 2025 y 302 de 2026). Los números del encabezado y de la 58 en adelante no se hallaron',
  anios: { desde: DESDE, hasta: HASTA },
  secciones: [ENCABEZADO, INGRESOS, ANTICIPO, SALDO, INC, IVA, PAGO],
  hechos: HECHOS,
  auxiliares: ingresosYTarifas(39, ingresosDelGrupo),
  anexos: [anexoMunicipal({ conPagos: false })],
  repartos: {},
  reparos: REPAROS,
  parametros: {
    ...tablasDeTarifas('bimestral'),
    inc: TARIFA_INC,
    finDeLosRangos: finDeLosRangos('bimestral'),
  },
  opciones: {},
};
