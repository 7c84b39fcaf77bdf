import { bien } from '../resultado/index.ts';
import type { Resultado } from '../resultado/index.ts';
import { preguntasPendientes, respuestasQueAplican } from './cuestionario.ts';
import type { HechosResponsabilidades, IdPregunta } from './hechos.ts';
import { perfilar, SIN_CONSUMO_EN_EL_SIMPLE } from './perfil.ts';
import { responsabilidad } from './responsabilidades.ts';

export interface ResponsabilidadPropuesta {
  codigo: string;
  nombre: string;
  /** Why, in a sentence for the person. */
  razon: string;
  articulo: string;
  /** `norma`: the article says it. `parametro`: a choice of this office where the sources are silent. */
  certeza: 'norma' | 'parametro';
}

type Perfil = ReturnType<typeof perfilar>;

interface Regla extends Omit<ResponsabilidadPropuesta, 'nombre'> {
  cuando: (perfil: Perfil, respuestas: HechosResponsabilidades['respuestas']) => boolean;
}

/** In ascending order of code; several rules may give one code, and the first that holds explains it. */
const REGLAS: readonly Regla[] = [
  {
    codigo: '05',
    // The return of the SIMPLE stands in the place of that of the renta (ET 903).
    cuando: (p) => p.responsableIva && !p.simple,
    razon: 'Debe declarar renta, porque quien es responsable de IVA siempre la declara.',
    articulo: 'ET 592 num. 1',
    certeza: 'norma',
  },
  {
    codigo: '05',
    cuando: (_, r) => r['debe-declarar-renta'] === true,
    razon:
      'Usted dijo que sus ingresos, sus gastos o sus bienes llegan a las sumas desde las que se declara renta.',
    articulo: 'ET 592, 593 y 594-3; DUR 1.6.1.13.2.7',
    certeza: 'norma',
  },
  {
    codigo: '10',
    cuando: (p, r) => p.vende && r['usuario-aduanero'] === true,
    razon:
      'Usted importa, exporta o es usuario aduanero. La calidad exacta, de la casilla 54, la registra un funcionario.',
    articulo: 'Oficio DIAN 8660 de 2024, num. 7',
    certeza: 'norma',
  },
  {
    codigo: '16',
    cuando: (p, r) => p.soloExcluido && r['tope-3500'] === true && p.facturaExcluidos,
    razon: 'Lo que vende no paga IVA, pero por la suma que recibe debe facturarlo.',
    articulo: 'ET 615; DUR 1.6.1.4.2',
    certeza: 'parametro',
  },
  {
    codigo: '33',
    cuando: (p) => p.responsableConsumo && p.conTope,
    razon:
      'Vende comidas o bebidas preparadas y pasó la suma o el número de locales. Si sus ventas de comidas, solas, no llegaron a esa suma, cambie esta por la 50.',
    articulo: 'ET 512-1 num. 3 y 512-13',
    certeza: 'parametro',
  },
  {
    codigo: '33',
    cuando: (p) => p.responsableConsumo,
    razon:
      'Vende comidas o bebidas preparadas y pasó la suma o el número de locales: debe cobrar el impuesto al consumo.',
    articulo: 'ET 512-1 num. 3 y 512-13',
    certeza: 'norma',
  },
  {
    codigo: '42',
    cuando: (p) => p.responsableIva && p.comercia,
    razon: 'Usted es comerciante, y los comerciantes llevan contabilidad.',
    articulo: 'Código de Comercio, art. 19 num. 3',
    certeza: 'parametro',
  },
  {
    codigo: '48',
    cuando: (p) => p.simple && p.responsableIva,
    razon:
      'Lo que vende paga IVA y usted recibió 3.500 UVT o más: estar en el SIMPLE no lo libra. Si por esta actividad, sola, recibió menos, tiene un solo local y ni franquicia ni aduanas, puede que no le toque: déjelo sin marcar y pregunte.',
    articulo: 'ET 437 par. 3 y 4',
    certeza: 'parametro',
  },
  {
    codigo: '48',
    cuando: (p) => p.responsableIva && p.franquiciaDeComida,
    razon: 'Vende comidas o bebidas bajo franquicia: eso paga IVA en lugar del impuesto al consumo.',
    articulo: 'ET 426 par. y 437 par. 3 num. 3',
    certeza: 'norma',
  },
  {
    codigo: '48',
    cuando: (p) => p.responsableIva && p.alPorMayor,
    razon:
      'Vende al por mayor cosas que pagan IVA. Solo los minoristas, los artesanos, los pequeños agricultores y quienes prestan servicios pueden no ser responsables.',
    articulo: 'ET 437 par. 3',
    certeza: 'norma',
  },
  {
    codigo: '48',
    cuando: (p, r) => p.responsableIva && r['tope-3500'] === true,
    razon: 'Lo que vende paga IVA y usted recibió, contrató o consignó 3.500 UVT o más.',
    articulo: 'ET 437 par. 3 num. 1, 5 y 6',
    certeza: 'norma',
  },
  {
    codigo: '48',
    cuando: (p) => p.responsableIva,
    razon:
      'Lo que vende paga IVA y, por los locales, la franquicia o las aduanas, no puede ser no responsable.',
    articulo: 'ET 437 par. 3 num. 2 a 4',
    certeza: 'norma',
  },
  {
    codigo: '49',
    cuando: (p, r) => p.soloConTienda && r['tope-3500'] === true,
    razon:
      'Está en el SIMPLE y solo tiene tienda, minimercado o peluquería: no cobra IVA ni lo declara, si es de las pequeñas.',
    articulo: 'ET 437 par. 4 inc. 1; ET 908 num. 1',
    certeza: 'parametro',
  },
  {
    codigo: '49',
    cuando: (p) => p.simple && (p.gravado || p.franquiciaDeComida) && !p.responsableIva,
    razon:
      'Está en el SIMPLE y ni el año pasado ni este recibió 3.500 UVT: no cobra IVA ni lo declara, aunque tenga varios locales.',
    articulo: 'ET 437 par. 4 inc. 2',
    certeza: 'parametro',
  },
  {
    codigo: '49',
    cuando: (p) => p.gravado && !p.responsableIva,
    razon: 'Lo que vende paga IVA, pero usted cumple todas las condiciones para no cobrarlo ni declararlo.',
    articulo: 'ET 437 par. 3',
    certeza: 'norma',
  },
  {
    codigo: '49',
    cuando: (p, r) => !p.responsableIva && r['usuario-aduanero'] !== true,
    razon: 'Usted no vende cosas que paguen IVA. Lo dejamos escrito para que quien vea su RUT lo sepa.',
    articulo: 'ET 437',
    certeza: 'parametro',
  },
  {
    codigo: '50',
    cuando: (p) => p.sinConsumoEnElSimple && !p.franquiciaDeComida,
    razon: `Está en el SIMPLE y solo vende comidas o bebidas preparadas: en ${SIN_CONSUMO_EN_EL_SIMPLE.anio} no cobra el impuesto al consumo.`,
    articulo: SIN_CONSUMO_EN_EL_SIMPLE.norma,
    certeza: 'norma',
  },
  {
    codigo: '50',
    cuando: (p) => p.comida && !p.franquiciaDeComida && !p.responsableConsumo,
    razon:
      'Vende comidas o bebidas preparadas, pero cumple las condiciones para no cobrar el impuesto al consumo.',
    articulo: 'ET 512-13',
    certeza: 'norma',
  },
  {
    codigo: '52',
    cuando: (p) => p.responsableIva || p.responsableConsumo,
    razon: 'Quien cobra IVA o impuesto al consumo debe expedir factura electrónica.',
    articulo: 'ET 615 y 616-1; DUR 1.6.1.4.2',
    certeza: 'norma',
  },
  {
    codigo: '52',
    cuando: (p, r) => p.soloExcluido && r['tope-3500'] === true && p.facturaExcluidos,
    razon:
      'Recibió 3.500 UVT o más por su actividad: debe expedir factura electrónica aunque lo que vende no pague IVA.',
    articulo: 'ET 615 y 616-1; DUR 1.6.1.4.2',
    certeza: 'norma',
  },
];

/**
 * Box 53 for a natural person who registers or updates, each code with its reason. Answers to questions that do
 * not apply are ignored. Codes that the questionnaire does not reach (withholding agent 07 and 09,
 * third-party reporter 14, exempt goods 19, duties for others 22, SIMPLE 47…) are added later. Of which years the income
 * of ET 437 par. 4 is, the law does not say: `ANIOS_DEL_SIMPLE_SIN_IVA`.
 */
export function proponerResponsabilidades(
  hechos: HechosResponsabilidades,
): Resultado<ResponsabilidadPropuesta[], 'faltan-respuestas', { faltan?: IdPregunta[] }> {
  const limpios = { ...hechos, respuestas: respuestasQueAplican(hechos) };
  const faltan = preguntasPendientes(limpios).map((p) => p.id);
  if (faltan.length > 0) {
    return { ok: false, codigo: 'faltan-respuestas', mensaje: 'Faltan preguntas por responder.', faltan };
  }
  const perfil = perfilar(limpios);
  const propuestas = new Map<string, ResponsabilidadPropuesta>();
  for (const { cuando, ...regla } of REGLAS) {
    if (propuestas.has(regla.codigo) || !cuando(perfil, limpios.respuestas)) continue;
    propuestas.set(regla.codigo, { ...regla, nombre: responsabilidad(regla.codigo)?.nombre ?? regla.codigo });
  }
  return bien([...propuestas.values()]);
}
