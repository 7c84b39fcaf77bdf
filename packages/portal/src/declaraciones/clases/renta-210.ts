import { vencimiento } from '@autogestion/normas/calendario';
import { anioDe, fecha } from '@autogestion/normas/fechas';
import {
  COMPUESTOS,
  deDondeSale,
  desdeHechos,
  desdeTemas,
  FORMULARIO_210,
} from '@autogestion/normas/formularios/210';
import type { ClaseDeDeclaracion } from './clase.ts';

const BASE_TARDIA = {
  impuesto: '129',
  ingresos: ['32', '43', '58', '74', '99', '104', '107', '108', '109', '112'],
  saldoAFavor: '137',
} as const;

/** The return of income tax of resident natural persons. */
export const RENTA_210: ClaseDeDeclaracion = {
  formulario: FORMULARIO_210,
  nombre: (anio) => `Declaración de renta de ${anio}`,
  enLlano: (anio) => `renta de ${anio}`,
  periodos: ['anual'],
  aplica: ({ tipoContribuyente, enSimple }) => tipoContribuyente === '2' && !enSimple,
  termina: (anio) => fecha(`${anio}-12-31`),
  anios(hoy) {
    const { desde, hasta } = FORMULARIO_210.anios;
    const ultimo = Math.min(anioDe(hoy) - 1, hasta);
    return Array.from({ length: Math.max(0, ultimo - desde + 1) }, (_, i) => ultimo - i);
  },
  vence(nit, anio) {
    const r = vencimiento('renta-pn', nit, { nombre: 'anual', venceEn: anio + 1 });
    return r.ok ? r.valor : undefined;
  },
  reunir({ cruda, temas, anio }) {
    const delAnio = desdeTemas(temas, anio);
    const escritas = cruda.casillas as Record<string, unknown>;
    const dichos = cruda.hechos as Record<string, unknown>;
    const hechos = Object.fromEntries(
      Object.entries(delAnio.cruda.hechos).filter(([hecho]) => !yaEscrito(hecho, escritas)),
    );
    const r = desdeHechos(
      {
        casillas: { ...delAnio.cruda.casillas, ...escritas },
        hechos: { ...hechos, ...dichos },
        anexos: cruda.anexos,
      },
      anio,
    );
    const deTemas = [...delAnio.ayudas].flatMap(([casilla, [ayuda]]) =>
      ayuda && !(casilla in escritas) ? [[casilla, ayuda] as const] : [],
    );
    return {
      ...r,
      faltas: [
        ...delAnio.faltas.map((f) => ({ ...f, codigo: 'forma' as const, casilla: `tema.${f.tema}` })),
        ...r.faltas,
      ],
      ayudas: new Map([...deTemas, ...r.ayudas]),
      supuestos: [...delAnio.avisos.map((a) => a.mensaje), ...r.supuestos],
    };
  },
  posiciones(e) {
    const [impuesto, total] = [e.valor('134'), e.valor('136')];
    const queda = impuesto < total ? impuesto : total;
    return [
      {
        concepto: 'renta',
        rubro: 'impuesto',
        impuesto: queda,
        sancion: total - queda,
        aFavor: e.valor('137'),
      },
    ];
  },
  baseTardia: (e) => ({
    impuesto: e.valor(BASE_TARDIA.impuesto),
    ingresos: BASE_TARDIA.ingresos.reduce((suma, c) => suma + e.valor(c), 0n),
    patrimonio: 0n,
    saldoAFavor: e.valor(BASE_TARDIA.saldoAFavor),
  }),
  resumen: [
    { casilla: '129', rotulo: 'Impuesto del año' },
    { casilla: '132', rotulo: 'Ya le retuvieron' },
    { casilla: '130', rotulo: 'Anticipo que ya pagó' },
    { casilla: '131', rotulo: 'A favor del año anterior' },
    { casilla: '133', rotulo: 'Anticipo del año siguiente' },
    { casilla: '135', rotulo: 'Sanciones' },
  ],
  enElNavegador: { porPagar: '136', aFavor: '137', sancion: '135', baseTardia: BASE_TARDIA },
  principales: [
    ...['29', '30', '31', '32', '43', '58', '74', '91', '92', '97', '99', '111', '115'],
    ...['121', '125', '129', '130', '131', '132', '133', '135', '136', '137'],
  ],
  deDondeSale,
  saldoAnterior: { casilla: '131', concepto: 'renta' },
  sePrellena: true,
  preguntaLoQueNadieReporta: true,
  casillaDeSancion: '135',
  saldo: (e) => e.valor('136') - e.valor('137') - e.valor('135'),
};

/** A fact that fills a box which the person wrote by hand: what they wrote stands. */
function yaEscrito(hecho: string, escritas: Readonly<Record<string, unknown>>): boolean {
  const { casilla } = { casilla: undefined, ...COMPUESTOS[hecho as keyof typeof COMPUESTOS] };
  return casilla !== undefined && casilla in escritas;
}
