import type { Formulario, Hecho } from '../motor/index.ts';
import { anexoMunicipal, DESDE, HASTA, INGRESOS_EXTRAORDINARIOS, ingresosYTarifas } from '../simple/index.ts';
import { OPCIONES, PARAMETROS } from './parametros.ts';
import { REPAROS } from './reparos.ts';
import { AUXILIARES_DE_LA_SANCION, HECHOS_DE_LA_SANCION } from './sancion.ts';
import { DATOS, FRACCION, PATRIMONIO } from './secciones/datos.ts';
import { GANANCIAS_OCASIONALES } from './secciones/ganancias-ocasionales.ts';
import { ICA, INC, PAGO } from './secciones/ica-y-consumo.ts';
import { AUXILIARES_DE_LOS_DESCUENTOS, LIQUIDACION, SALDO_SIMPLE } from './secciones/impuesto.ts';
import { INGRESOS, ingresosDe, TARIFA } from './secciones/ingresos.ts';
import { RECIBOS } from './secciones/recibos.ts';

const HECHOS: readonly Hecho[] = [
  INGRESOS_EXTRAORDINARIOS,
  {
    clave: 'ingresosElectronicos',
    nombre: 'Lo que recibió con tarjeta o por otro medio electrónico',
    clase: 'pesos',
    norma: 'ET 912; DUR 1.5.8.3.4, 1.5.8.3.5',
    ayuda: 'Los que certifica su banco o quien le recibe los pagos.',
  },
  {
    clave: 'loterias',
    deCasilla: true,
    nombre: 'Ganancias de loterías, rifas y apuestas dentro de la casilla 83',
    clase: 'pesos',
    norma: 'ET 317',
  },
  ...HECHOS_DE_LA_SANCION,
];

/** Form 260, the annual return of the SIMPLE regime, as it is since the taxable year 2023 (ET 910; DUR 1.5.8.3.11). */
export const FORMULARIO_260: Formulario = {
  codigo: '260',
  nombre: 'Declaración anual consolidada del régimen simple de tributación',
  fuente:
    'DUR 1625 de 2016, art. 1.5.8.3.11 (Decretos 1091 de 2020 y 1545 de 2024); números y nombres de casillas, de modelos públicos y de contador.net.co; casilla 54, de los Conceptos DIAN 15666 de 2025 y 302 de 2026. El formulario tiene más de 170 casillas en tres hojas: las de los anexos, de la 120 en adelante, no se hallaron',
  anios: { desde: DESDE, hasta: HASTA },
  secciones: [
    DATOS,
    TARIFA,
    PATRIMONIO,
    INGRESOS,
    LIQUIDACION,
    SALDO_SIMPLE,
    ICA,
    INC,
    GANANCIAS_OCASIONALES,
    RECIBOS,
    FRACCION,
    PAGO,
  ],
  hechos: HECHOS,
  auxiliares: [
    ...ingresosYTarifas(43, ingresosDe),
    ...AUXILIARES_DE_LOS_DESCUENTOS,
    ...AUXILIARES_DE_LA_SANCION,
  ],
  anexos: [anexoMunicipal({ conPagos: true })],
  repartos: {},
  reparos: REPAROS,
  parametros: PARAMETROS,
  opciones: OPCIONES,
};
