import { formatearPesos } from '../../dinero/index.ts';
import { anioDe, formatearFecha } from '../../fechas/index.ts';
import type { Fecha } from '../../fechas/index.ts';
import {
  estaEnVentana,
  RESPONSABILIDAD_SIMPLE,
  topeSoloAnual,
  ventanaDeIngreso,
  ventanaDeSalida,
} from '../../simple/index.ts';
import { uvtParaOrientar } from '../../uvt/index.ts';
import type { RegistroRut } from '../registro.ts';
import { identificarProblema, problemasDeLaCasilla53 } from './casilla-53.ts';
import { condicion, evaluacion } from './condicion.ts';
import type { Condicion, Evaluacion } from './condicion.ts';

/** To enter the SIMPLE, or to go back to the ordinary income tax. */
export type OpcionSimple = 'entrar' | 'salir';

/** Income tax, ordinary regime: the return of the SIMPLE stands in the place of this one (ET 903). */
const ORDINARIO = '05';
/** Special tax regime: of entities that are no companies, which alone may be in the SIMPLE (DUR 1.5.8.1.5). */
const ESPECIAL = '04';

interface HechosDeLaOpcion {
  que: OpcionSimple;
  registro: RegistroRut;
  estado: 'activo' | 'suspendido' | 'cancelado';
  hoy: Fecha;
}

/** Box 53 once one has entered or left (ET 903 and 909): in ascending order, and nothing else changes. */
export function casilla53TrasLaOpcion(que: OpcionSimple, antes: readonly string[]): string[] {
  const [sale, entra] =
    que === 'entrar' ? [ORDINARIO, RESPONSABILIDAD_SIMPLE] : [RESPONSABILIDAD_SIMPLE, ORDINARIO];
  return [...new Set([...antes.filter((c) => c !== sale), entra])].toSorted();
}

/**
 * Whether the RUT and the day let one enter or leave the SIMPLE (ET 909); whether one may be in it is
 * `elegibilidadSimple`. Who is registered for the first time and says so then has no last day, but that is said at
 * registration and not here.
 */
export function evaluarOpcionSimple({ que, registro, estado, hoy }: HechosDeLaOpcion): Evaluacion {
  const entra = que === 'entrar';
  const { responsabilidades } = registro.clasificacion;
  const esta = responsabilidades.includes(RESPONSABILIDAD_SIMPLE);
  return evaluacion([
    condicion({
      id: 'regimen',
      articulo: 'ET 909',
      hecho: esta !== entra,
      cumple: entra
        ? 'Su RUT no dice que esté en el SIMPLE (código 47).'
        : 'Su RUT dice que está en el SIMPLE (código 47).',
      noCumple: entra
        ? 'Ya está en el SIMPLE: su RUT tiene el código 47.'
        : 'No está en el SIMPLE: su RUT no tiene el código 47.',
      noSeSabe: '',
    }),
    condicion({
      id: 'rut-activo',
      articulo: 'ET 905 num. 6',
      hecho: estado === 'activo',
      cumple: 'Su RUT está activo.',
      noCumple: `Su RUT está ${estado}: antes debe estar activo.`,
      noSeSabe: '',
      certeza: 'parametro',
    }),
    oportunidad(que, hoy),
    ...(entra
      ? [
          condicion({
            id: 'regimen-especial',
            articulo: 'ET 905; DUR 1.5.8.1.5',
            hecho: !responsabilidades.includes(ESPECIAL),
            cumple: 'Su RUT no dice que sea del régimen tributario especial.',
            noCumple:
              'Su RUT dice que es del régimen tributario especial (código 04): solo las sociedades y las personas naturales caben en el SIMPLE.',
            noSeSabe: '',
          }),
        ]
      : []),
    ...loQueNoCuadra(que, registro),
  ]);
}

function oportunidad(que: OpcionSimple, hoy: Fecha): Condicion {
  const anio = anioDe(hoy);
  const ventana = que === 'entrar' ? ventanaDeIngreso(anio, false) : ventanaDeSalida(anio);
  const ultimo = ventana.hasta ? formatearFecha(ventana.hasta) : '';
  const hace = que === 'entrar' ? 'pasarse al SIMPLE' : 'volver al régimen ordinario';
  return condicion({
    id: 'oportunidad',
    articulo: ventana.articulo,
    hecho: estaEnVentana(ventana, hoy),
    cumple: `Está a tiempo: el plazo termina el ${ultimo}.`,
    noCumple: `El plazo para ${hace} en ${anio} terminó el ${ultimo}. El de ${anio + 1} empieza el 1 de enero de ${anio + 1}.`,
    noSeSabe: '',
  });
}

/** What box 53 could hold before and could not after: the rest of it is not the business of this option. */
function loQueNoCuadra(que: OpcionSimple, registro: RegistroRut): Condicion[] {
  const { clasificacion } = registro;
  const despues = {
    ...registro,
    clasificacion: {
      ...clasificacion,
      responsabilidades: casilla53TrasLaOpcion(que, clasificacion.responsabilidades),
    },
  };
  const eran = new Set(problemasDeLaCasilla53(registro).map(identificarProblema));
  return problemasDeLaCasilla53(despues)
    .filter(
      (p) =>
        !eran.has(identificarProblema(p)) && !(p.responsabilidades.includes(ESPECIAL) && que === 'entrar'),
    )
    .map((p) =>
      condicion({
        id: identificarProblema(p),
        articulo: p.fuente,
        hecho: false,
        cumple: '',
        noCumple: `${p.mensaje} Actualice primero su RUT.`,
        noSeSabe: '',
        certeza: p.fuente === 'diseño' ? 'parametro' : 'norma',
      }),
    );
}

/** A return that will be filed, or stop being filed, after the option. */
export interface EfectoDeLaOpcion {
  /** For the person, in one or two sentences. */
  texto: string;
  articulo: string;
}

/**
 * What one files from then on. One enters, or leaves, for the whole of the year: the year before is filed as it was.
 */
export function efectosDeLaOpcion(
  que: OpcionSimple,
  { tipoContribuyente, clasificacion }: Pick<RegistroRut, 'tipoContribuyente' | 'clasificacion'>,
  anio: number,
): EfectoDeLaOpcion[] {
  const tiene = (codigo: string) => clasificacion.responsabilidades.includes(codigo);
  return que === 'entrar'
    ? [...alEntrar(anio, tipoContribuyente === '2'), ...impuestosAlEntrar(tiene)]
    : [...alSalir(anio), ...impuestosAlSalir(tiene, tipoContribuyente === '2')];
}

/** In January the UVT of the year may not be known here yet. */
const enUvt = (anio: number): string =>
  uvtParaOrientar(anio).provisional ? '3.500 UVT' : `${formatearPesos(topeSoloAnual(anio))} (3.500 UVT)`;

function alEntrar(anio: number, natural: boolean): EfectoDeLaOpcion[] {
  return [
    {
      texto: `El SIMPLE vale para todo ${anio}, desde el 1 de enero. La renta de ${anio - 1}, si le toca declararla, se presenta como siempre.`,
      articulo: 'ET 903 y 909',
    },
    natural
      ? {
          texto: `Si en ${anio} no pasa de ${enUvt(anio)}, no presenta recibos de anticipo. Si pasa, presenta uno por cada bimestre (formulario 2593), desde enero y febrero.`,
          articulo: 'ET 910 par. 3; DUR 1.5.8.3.7 pars. 3 y 4',
        }
      : {
          texto: `Un recibo de anticipo por cada bimestre (formulario 2593), desde enero y febrero de ${anio}, aunque dé cero.`,
          articulo: 'ET 910',
        },
    {
      texto: `La declaración anual del SIMPLE de ${anio} (formulario 260), en ${anio + 1}. Solo se da por presentada si se paga completa.`,
      articulo: 'ET 910 par. 2',
    },
    {
      texto: 'El ICA de los municipios se paga dentro del SIMPLE.',
      articulo: 'ET 907 y 908 par. 3',
    },
    {
      texto: 'Desde que su RUT lo diga, no le hacen retención en la fuente de renta.',
      articulo: 'ET 911',
    },
    {
      texto:
        'Tiene dos meses para facturar electrónicamente, si todavía no lo hace. Demorarse más de un mes en declarar o pagar lo deja por fuera del SIMPLE.',
      articulo: 'ET 914 y 915',
    },
  ];
}

function impuestosAlEntrar(tiene: (codigo: string) => boolean): EfectoDeLaOpcion[] {
  return [
    ...(tiene('48')
      ? [
          {
            texto:
              'Sigue siendo responsable de IVA: lo paga con los recibos del SIMPLE y lo declara una vez al año.',
            articulo: 'ET 907 y 915; DUR 1.6.1.13.2.51',
          },
        ]
      : []),
    ...(tiene('33')
      ? [
          {
            texto:
              'Sigue siendo responsable del impuesto al consumo: el de comidas y bebidas lo declara y paga en el SIMPLE.',
            articulo: 'ET 907 y 908 par. 1',
          },
        ]
      : []),
  ];
}

const alSalir = (anio: number): EfectoDeLaOpcion[] => [
  {
    texto: `El régimen ordinario vale para todo ${anio}, desde el 1 de enero: su renta de ${anio} se declara en ${anio + 1}.`,
    articulo: 'ET 909; DUR 1.5.8.4.3',
  },
  {
    texto: `De ${anio - 1} todavía presenta la declaración anual del SIMPLE (formulario 260), y los recibos que falten.`,
    articulo: 'ET 910',
  },
  {
    texto: `Los bimestres de ${anio} no llevan recibo del SIMPLE. Vuelven a hacerle retención en la fuente, y el ICA se paga en cada municipio.`,
    articulo: 'ET 907, 910 y 911',
  },
];

function impuestosAlSalir(tiene: (codigo: string) => boolean, natural: boolean): EfectoDeLaOpcion[] {
  return [
    ...(tiene('48')
      ? [{ texto: 'El IVA se declara otra vez cada dos o cada cuatro meses.', articulo: 'ET 600' }]
      : []),
    ...(natural && tiene('49')
      ? [
          {
            texto:
              'Para no ser responsable de IVA valen otra vez las reglas de todos: un solo local y menos de 3.500 UVT, entre otras. Si no las cumple, actualice el RUT.',
            articulo: 'ET 437 par. 3',
          },
        ]
      : []),
    ...(tiene('33')
      ? [{ texto: 'El impuesto al consumo se declara otra vez cada dos meses.', articulo: 'ET 512-6' }]
      : []),
  ];
}
