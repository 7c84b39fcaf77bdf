import { falla } from '../../../resultado/index.ts';
import { plegar } from '../../../texto/index.ts';
import type { Ajustes } from '../../motor/index.ts';
import { contarDependientes } from '../ayudas/dependientes.ts';
import type { PosibleDependiente } from '../ayudas/dependientes.ts';
import { definidos } from '../../../definidos/index.ts';
import type { Renta } from './columnas.ts';
import type { RenglonLeido } from './leer-respuestas.ts';
import type { IngresosPorRenta } from './repartir.ts';
import type { FaltaDeTema } from './tipos.ts';

interface Contexto {
  leidos: readonly RenglonLeido[];
  ingresos: IngresosPorRenta;
  anio: number;
  ajustes: Ajustes | undefined;
}

const deTema = ({ leidos }: Contexto, clave: string) => leidos.filter((l) => l.tema.clave === clave);

const enColumna = ({ tema, renglon }: RenglonLeido, columna: string, mensaje: string): FaltaDeTema => ({
  ...falla('contradiccion', mensaje),
  tema: tema.clave,
  renglon,
  columna,
});

/** Answers that cannot be true together, or that the law does not let stand together. */
export function contradicciones(c: Contexto): FaltaDeTema[] {
  return [
    ...mismoIngresoDosVeces(c),
    ...cesantiasSinPromedio(c),
    ...diezPorCiento(c),
    ...primeraConAnterior(c),
    ...sinUso(c),
  ];
}

/** The income of which costs are taken off does not have the exempt 25 % too (ET 206 par. 5, 336 num. 4). */
function mismoIngresoDosVeces(c: Contexto): FaltaDeTema[] {
  const pagador = ({ celdas }: RenglonLeido) => String(celdas.nit ?? plegar(String(celdas.pagador ?? '')));
  const sinCostos = deTema(c, 'honorarios-sin-costos');
  return deTema(c, 'honorarios-con-costos')
    .filter(
      (r) =>
        pagador(r) !== '' &&
        sinCostos.some((s) => pagador(s) === pagador(r) && s.celdas.ingreso === r.celdas.ingreso),
    )
    .map((r) =>
      enColumna(
        r,
        'ingreso',
        'Escribió este mismo pago también sin restar costos. Por cada pago se elige una sola forma: restar los costos, o no restarlos y tener libre de impuesto el 25 %. Deje el pago en uno de los dos temas.',
      ),
    );
}

/** What part of the severance is exempt depends on the salary (ET 206 num. 4). */
function cesantiasSinPromedio(c: Contexto): FaltaDeTema[] {
  return deTema(c, 'salario').flatMap((r) => {
    const { cesantias, salarioPromedio } = r.celdas;
    if (cesantias !== undefined && salarioPromedio === undefined) {
      return [
        enColumna(
          r,
          'salarioPromedio',
          'Recibió cesantías: escriba el salario promedio de los últimos seis meses, que decide qué parte de ellas no paga impuesto.',
        ),
      ];
    }
    return cesantias === undefined && salarioPromedio !== undefined
      ? [
          enColumna(
            r,
            'cesantias',
            'Escribió el salario promedio, que solo se usa con las cesantías: escriba cuánto recibió de ellas, o borre el promedio.',
          ),
        ]
      : [];
  });
}

/** The 10 % is of work income, and for somebody who does depend (ET 387). */
function diezPorCiento(c: Contexto): FaltaDeTema[] {
  return deTema(c, 'dependientes')
    .filter((r) => r.celdas.diezPorCiento === true)
    .flatMap((r) => {
      if (c.ingresos.trabajo === 0n) {
        return [
          enColumna(
            r,
            'diezPorCiento',
            'El 10 % se resta de los ingresos de su trabajo, y usted no escribió ninguno sin costos. Escriba esos ingresos, o responda que no aquí.',
          ),
        ];
      }
      const { parentesco, edad, estudia, dependenciaCertificada, ingresos } = r.celdas;
      if (parentesco === undefined) return [];
      const persona = definidos({
        parentesco,
        edad,
        estudia,
        dependenciaCertificada,
        ingresos: typeof ingresos === 'number' ? BigInt(ingresos) : undefined,
      }) as PosibleDependiente;
      const { valor, explicacion } = contarDependientes([persona], c.anio, c.ajustes);
      return valor > 0n
        ? []
        : [
            enColumna(
              r,
              'diezPorCiento',
              `Para restar el 10 % esta persona debe contar como dependiente. ${explicacion.partes[0]?.frase ?? ''}`,
            ),
          ];
    });
}

/** Whoever files for the first time has nothing from the year before (ET 807, 815). */
function primeraConAnterior(c: Contexto): FaltaDeTema[] {
  const primera = deTema(c, 'declaraciones-anteriores').find((r) => r.celdas.numero === 1);
  if (!primera) return [];
  const neto = primera.celdas.impuestoNeto;
  return [
    ...(typeof neto === 'number' && neto > 0
      ? [
          enColumna(
            primera,
            'impuestoNeto',
            'Dijo que esta es su primera declaración: no puede tener impuesto del año anterior. Revise cuántas veces ha declarado.',
          ),
        ]
      : []),
    ...['anticipo-anterior', 'saldo-a-favor-anterior']
      .flatMap((clave) => deTema(c, clave))
      .filter((r) => typeof r.celdas.valor === 'number' && r.celdas.valor > 0)
      .map((r) =>
        enColumna(
          r,
          'valor',
          'Dijo que esta es su primera declaración, y este valor viene de una anterior. Revise cuántas veces ha declarado.',
        ),
      ),
  ];
}

/** An amount for which the option that was chosen has no place: the costs of a salary, for one. */
function sinUso({ leidos }: Contexto): FaltaDeTema[] {
  return leidos.flatMap((leido) =>
    leido.tema.columnas.flatMap(({ clave, nombre, destino }) => {
      const valor = leido.celdas[clave];
      if (typeof valor !== 'number' || valor === 0 || !destino || !('segun' in destino)) return [];
      const elegida = leido.celdas[destino.segun];
      if (elegida === undefined || destino.casos[String(elegida)]) return [];
      const columna = leido.tema.columnas.find((x) => x.clave === destino.segun);
      const opcion = columna?.opciones?.find((o) => o.clave === elegida)?.nombre ?? '';
      return [
        enColumna(
          leido,
          clave,
          `«${nombre}» no se resta cuando es «${opcion}»: déjelo vacío o elija otra respuesta.`,
        ),
      ];
    }),
  );
}

/** True, but of no use to this tax: worth saying, nothing to stop for. */
export function avisosDe(c: Contexto): FaltaDeTema[] {
  const soloDeTrabajo = (clave: string, columna: string, mensaje: string) =>
    c.ingresos.trabajo > 0n
      ? []
      : deTema(c, clave)
          .slice(0, 1)
          .map((r) => enColumna(r, columna, mensaje));
  return [
    ...soloDeTrabajo(
      'medicina-prepagada',
      'pagado',
      'Lo que pagó por salud se resta de salarios y honorarios sin costos, y usted no escribió ninguno: no baja su impuesto.',
    ),
    ...(c.ingresos.costos > 0n
      ? []
      : soloDeTrabajo(
          'dependientes',
          'parentesco',
          'Las personas a su cargo se restan de los ingresos de su trabajo, y usted no escribió ninguno: no bajan su impuesto.',
        )),
    ...c.leidos
      .filter(({ celdas }) => typeof celdas.renta === 'string' && c.ingresos[celdas.renta as Renta] === 0n)
      .map((r) =>
        enColumna(
          r,
          'renta',
          'Eligió restarlo de una clase de ingresos que usted no escribió: así no baja su impuesto.',
        ),
      ),
  ];
}
