import { formatearFecha, sumarDias, type Fecha } from '@autogestion/normas/fechas';
import type { ComponentChildren } from 'preact';
import { esRol, MIGA_MESA, ROLES } from '../../cuentas/index.ts';
import { Grafica, Pagina, renderizarPagina, Tabla } from '../../interfaz/index.ts';
import {
  LIMITE_DE_LISTA,
  primeraSemana,
  SEMANAS,
  type CasoDeLaSemana,
  type QueDeLaSemana,
  type Semana,
  type Supervision,
} from './cifras.ts';
import type { PlazoDeCola } from './cola.ts';

import { direccionDeCola } from './pagina-cola.tsx';

interface PropsDeSupervision extends Supervision {
  hoy: Fecha;
  nombreDeTipo: (tipo: string) => string;
  /** Whether whoever reads may also open the queues: an auditor sees the figures alone. */
  abre: boolean;
}

const nombreDeRol = (rol: string): string => (esRol(rol) ? ROLES[rol] : rol);
const suma = <T,>(de: readonly T[], n: (x: T) => number): number => de.reduce((t, x) => t + n(x), 0);

/** What came in and went out, within its term or not, how old what is open is, and who has it: each figure leads to its list. */
export function paginaSupervision(o: PropsDeSupervision): string {
  const total = suma(o.tipos, (t) => t.abiertos);
  const vencidos = suma(o.tipos, (t) => t.vencidos);
  return renderizarPagina(
    <Pagina titulo="Supervisión" ancho="mesa" letra="m" islas={['mesa']}>
      <p class="govuk-body">
        Trámites que esperan a la oficina: <strong>{total}</strong>. Vencidos: <strong>{vencidos}</strong>.
      </p>
      <PorSemana {...o} />
      <PorTipo {...o} />
      <PorFuncionario {...o} />
    </Pagina>,
  );
}

const deSemana = (que: QueDeLaSemana, semana: Fecha, mas: Record<string, string> = {}): string =>
  `/mesa/supervision/semana?${new URLSearchParams({ que, semana, ...mas }).toString()}`;

/** A figure that leads to what it counts; of none there is no list. */
const Cifra = ({ n, a, de }: { n: number; a: string | undefined; de: string }) =>
  n === 0 || a === undefined ? (
    <>{n}</>
  ) : (
    <a class="govuk-link" href={a}>
      {n}
      <span class="govuk-visually-hidden"> {de}</span>
    </a>
  );

function PorSemana({ semanas, hoy, nombreDeTipo }: PropsDeSupervision) {
  const lunes = Array.from({ length: SEMANAS }, (_, i) => sumarDias(primeraSemana(hoy), 7 * i)).toReversed();
  const filas = lunes.map((semana) =>
    resumir(
      semana,
      semanas.filter((s) => s.semana === semana),
    ),
  );
  const tipos = [...new Set(semanas.map((s) => s.tipo))];
  const porTipo = tipos.map((tipo) => ({
    tipo,
    ...resumir(
      '',
      semanas.filter((s) => s.tipo === tipo),
    ),
  }));
  return (
    <div class="dos-graficas">
      <Grafica
        titulo="Lo que terminó cada semana"
        leyenda={{ resto: 'Dentro del plazo', vencidos: 'Tarde' }}
        barras={filas.map((f) => ({
          nombre: deFecha(f.semana).replace(/ de \d{4}$/, ''),
          dice: `terminaron ${f.salieron}, tarde ${f.tarde}`,
          tramos: [
            { clase: 'resto', valor: f.aTiempo },
            { clase: 'vencidos', valor: f.tarde },
          ],
        }))}
      />
      <div>
        <Tabla
          titulo={`Por semana, las últimas ${SEMANAS}`}
          conCabezas
          columnas={CABEZAS('Semana del')}
          filas={filas.map((f) => celdas(deFecha(f.semana), f, (que) => deSemana(que, f.semana as Fecha)))}
        />
        <Tabla
          titulo={`Por trámite, en ${SEMANAS} semanas`}
          conCabezas
          vacia="Nada entró ni terminó en estas semanas."
          columnas={CABEZAS('Trámite')}
          filas={porTipo.map((f) =>
            celdas(nombreDeTipo(f.tipo), f, (que) =>
              deSemana(que, primeraSemana(hoy), { semanas: String(SEMANAS), tipo: f.tipo }),
            ),
          )}
        />
      </div>
    </div>
  );
}

const deFecha = (f: string): string => formatearFecha(f as Fecha);

const CABEZAS = (primera: string) => [
  { titulo: primera },
  { titulo: 'Entraron', numerica: true },
  { titulo: 'Terminaron', numerica: true },
  { titulo: 'A tiempo', numerica: true },
  { titulo: 'Tarde', numerica: true },
  { titulo: 'Cumplido', numerica: true },
];

interface Resumen {
  semana: string;
  entraron: number;
  salieron: number;
  aTiempo: number;
  tarde: number;
}

function resumir(semana: string, de: readonly Semana[]): Resumen {
  const [salieron, aTiempo] = [suma(de, (s) => s.salieron), suma(de, (s) => s.aTiempo)];
  return { semana, entraron: suma(de, (s) => s.entraron), salieron, aTiempo, tarde: salieron - aTiempo };
}

function celdas(nombre: string, f: Resumen, a: (que: QueDeLaSemana) => string): ComponentChildren[] {
  const cifra = (que: QueDeLaSemana, n: number, de: string) => (
    <Cifra n={n} a={a(que)} de={`${de}, ${nombre}`} />
  );
  return [
    nombre,
    cifra('entraron', f.entraron, 'que entraron'),
    cifra('salieron', f.salieron, 'que terminaron'),
    cifra('a-tiempo', f.aTiempo, 'a tiempo'),
    cifra('tarde', f.tarde, 'tarde'),
    f.salieron === 0 ? '—' : `${Math.round((100 * f.aTiempo) / f.salieron)} %`,
  ];
}

function PorTipo({ tipos, nombreDeTipo, abre }: PropsDeSupervision) {
  const lista = (rol: string, tipo: string, plazo?: PlazoDeCola) =>
    abre && esRol(rol) ? direccionDeCola({ rol, de: 'todos', tipo, ...(plazo && { plazo }) }) : undefined;
  return (
    <Tabla
      titulo="Lo que está abierto, por trámite"
      conCabezas
      vacia="No hay trámites abiertos."
      columnas={[
        { titulo: 'Trámite' },
        { titulo: 'Cola' },
        { titulo: 'Abiertos', numerica: true },
        { titulo: 'Vencidos', numerica: true },
        { titulo: 'Vencen pronto', numerica: true },
        { titulo: 'Edad mediana', numerica: true },
        { titulo: 'El más viejo', numerica: true },
      ]}
      filas={tipos.map((t) => [
        nombreDeTipo(t.tipo),
        nombreDeRol(t.rol),
        <Cifra n={t.abiertos} a={lista(t.rol, t.tipo)} de={`abiertos, ${nombreDeTipo(t.tipo)}`} />,
        <Cifra n={t.vencidos} a={lista(t.rol, t.tipo, 'vencido')} de={`vencidos, ${nombreDeTipo(t.tipo)}`} />,
        <Cifra
          n={t.pronto}
          a={lista(t.rol, t.tipo, 'hoy-o-pronto')}
          de={`pronto, ${nombreDeTipo(t.tipo)}`}
        />,
        enDias(t.edadMediana),
        enDias(t.edadMayor),
      ])}
    />
  );
}

const enDias = (n: number): string => `${n} ${n === 1 ? 'día' : 'días'}`;

function PorFuncionario({ funcionarios, abre }: PropsDeSupervision) {
  const quien = (f: Supervision['funcionarios'][number]) => f.nombre ?? 'Nadie los tiene';
  const lista = ({ rol, funcionario }: Supervision['funcionarios'][number], plazo?: PlazoDeCola) => {
    if (!abre || !esRol(rol)) return undefined;
    const cuales = funcionario === null ? { de: 'libres' as const } : { funcionario };
    return direccionDeCola({ rol, ...cuales, ...(plazo && { plazo }) });
  };
  return (
    <div class="dos-graficas">
      <Grafica
        titulo="Trámites por funcionario"
        leyenda={{ vencidos: 'Vencidos', pronto: 'Vencen pronto', resto: 'A tiempo' }}
        barras={funcionarios.map((f) => ({
          nombre: quien(f),
          dice: `${f.abiertos}, vencidos ${f.vencidos}`,
          tramos: [
            { clase: 'vencidos', valor: f.vencidos },
            { clase: 'pronto', valor: f.pronto },
            { clase: 'resto', valor: Math.max(0, f.abiertos - f.vencidos - f.pronto) },
          ],
        }))}
      />
      <Tabla
        titulo="Por funcionario, también quien no tiene ninguno"
        conCabezas
        vacia="No hay funcionarios que atiendan una cola."
        columnas={[
          { titulo: 'Quién' },
          { titulo: 'Cola' },
          { titulo: 'Abiertos', numerica: true },
          { titulo: 'Vencidos', numerica: true },
          { titulo: 'Vencen pronto', numerica: true },
          { titulo: 'Terminó en 7 días', numerica: true },
        ]}
        filas={funcionarios.map((f) => [
          quien(f),
          nombreDeRol(f.rol),
          <Cifra n={f.abiertos} a={lista(f)} de={`abiertos, ${quien(f)}`} />,
          <Cifra n={f.vencidos} a={lista(f, 'vencido')} de={`vencidos, ${quien(f)}`} />,
          <Cifra n={f.pronto} a={lista(f, 'hoy-o-pronto')} de={`pronto, ${quien(f)}`} />,
          String(f.hechos),
        ])}
      />
    </div>
  );
}

const DICE: Record<QueDeLaSemana, string> = {
  entraron: 'Entraron',
  salieron: 'Terminaron',
  'a-tiempo': 'Terminaron a tiempo',
  tarde: 'Terminaron tarde',
};

/** The cases that a figure of a week counts. */
export function paginaDeLaSemana(o: {
  que: QueDeLaSemana;
  semana: Fecha;
  semanas: number;
  casos: readonly CasoDeLaSemana[];
  nombreDeTipo: (tipo: string) => string;
  abre: boolean;
}): string {
  return renderizarPagina(
    <Pagina
      titulo={`${DICE[o.que]}: ${o.semanas === 1 ? 'semana del' : `${o.semanas} semanas desde el`} ${formatearFecha(o.semana)}`}
      ancho="mesa"
      letra="m"
      islas={['mesa']}
      migas={[MIGA_MESA, { texto: 'Supervisión', href: '/mesa/supervision' }]}
    >
      {o.casos.length >= LIMITE_DE_LISTA ? (
        <p class="govuk-body">Se muestran los primeros {LIMITE_DE_LISTA}.</p>
      ) : null}
      <Tabla
        titulo="Trámites"
        tituloOculto
        vacia="Ninguno."
        columnas={[
          { titulo: 'Radicado' },
          { titulo: 'Trámite' },
          { titulo: 'Radicado el' },
          { titulo: 'Terminó el' },
          { titulo: 'Vencía el' },
          { titulo: 'Quién lo terminó' },
        ]}
        filas={o.casos.map((c) => [
          o.abre ? (
            <a class="govuk-link" href={`/mesa/tramites/${c.radicado}`}>
              {c.radicado}
            </a>
          ) : (
            c.radicado
          ),
          o.nombreDeTipo(c.tipo),
          formatearFecha(c.radicado_dia),
          c.dia ? formatearFecha(c.dia) : '—',
          c.vencia ? formatearFecha(c.vencia) : '—',
          c.nombre ?? '—',
        ])}
      />
    </Pagina>,
  );
}
