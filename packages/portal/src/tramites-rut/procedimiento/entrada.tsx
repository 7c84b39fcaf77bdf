import { formatearFechaHora } from '@autogestion/normas/fechas';
import type { Condicion } from '@autogestion/normas/rut';
import type { ComponentChildren } from 'preact';
import { EnCurso } from '../../tramites/index.ts';
import { Aviso, Boton, Ficha, Formulario, Pagina, renderizarPagina } from '../../interfaz/index.ts';

export interface TextosDeEntrada {
  titulo: string;
  /** What it is, in a sentence. */
  que: string;
  quien: ComponentChildren;
  /** What to have at hand. */
  aLaMano: readonly string[];
  /** What changes, and from when. */
  significa: ComponentChildren;
  /** How long it takes, when it is not what DUR 1.6.1.2.30 and .31 say. */
  cuanto?: ComponentChildren;
}

interface PropsDeEntrada {
  textos: TextosDeEntrada;
  /** Home of the person. */
  base: string;
  camino: string;
  borradores: readonly { idPublico: string; guardadoEn: Date }[];
  /** What the registry alone already says that is not met. */
  impedimentos: readonly Condicion[];
  /** How far whoever looks may go: those who only look are told before they begin. */
  alcance: 'consulta' | 'prepara' | 'firma';
  /** The open one that another would repeat. */
  enCurso?: { nombre: string; radicado: string };
}

const CUANTO = (
  <p class="govuk-body">
    Llenar la solicitud toma unos diez minutos. La oficina tiene <strong>30 días hábiles</strong> para decidir
    (DUR 1.6.1.2.31). Si falta algún requisito se lo dice en <strong>8 días hábiles</strong>, y puede
    presentarla otra vez (DUR 1.6.1.2.30).
  </p>
);

/** First page of a procedure that is verified: who, with what, how long and what for. */
export function paginaEntrada(o: PropsDeEntrada): string {
  const { textos: t, impedimentos } = o;
  return renderizarPagina(
    <Pagina
      titulo={t.titulo}
      migas={[
        { texto: 'Inicio', href: o.base },
        { texto: 'Su RUT', href: `${o.base}/rut` },
      ]}
      ancho="ancha"
    >
      <div class="casa casa--lado casa--rut">
        <div class="casa__arriba">
          <p class="govuk-body-l">{t.que}</p>
          {o.enCurso ? (
            <EnCurso base={o.base} {...o.enCurso} />
          ) : impedimentos.length > 0 ? (
            <Impedimentos impedimentos={impedimentos} />
          ) : (
            <Empezar {...o} />
          )}
        </div>
        <div class="casa__lado">
          <Ficha titulo="Tenga a la mano">
            <ul class="govuk-list govuk-list--bullet">
              {t.aLaMano.map((cosa) => (
                <li>{cosa}</li>
              ))}
            </ul>
          </Ficha>
          <Ficha titulo="Cuánto tarda">
            {t.cuanto ?? CUANTO}
            <p class="govuk-body">
              La firma con su firma electrónica. Si no la tiene, la obtiene aquí mismo o pide una cita.
            </p>
          </Ficha>
        </div>
        <div class="casa__resto">
          <h2 class="govuk-heading-m">Quién lo puede pedir</h2>
          {t.quien}
          <h2 class="govuk-heading-m">Qué cambia</h2>
          {t.significa}
        </div>
      </div>
    </Pagina>,
  );
}

function Impedimentos({ impedimentos }: Pick<PropsDeEntrada, 'impedimentos'>) {
  return (
    <Aviso tipo="importante" titulo="Por ahora no lo puede pedir">
      <ul class="govuk-list">
        {impedimentos.map((c) => (
          <li>
            {c.razon} ({c.articulo})
          </li>
        ))}
      </ul>
    </Aviso>
  );
}

function Empezar({ borradores, camino, alcance }: PropsDeEntrada) {
  const [ultimo] = borradores;
  if (alcance === 'consulta')
    return (
      <Aviso tipo="importante" titulo="Usted no la puede empezar">
        Su permiso es solo para consultar. Pídale a quien se lo dio que lo amplíe, o que la empiece.
      </Aviso>
    );
  return (
    <>
      {alcance === 'prepara' ? (
        <p class="govuk-body">
          Usted la puede dejar lista. La firma el titular o quien lo representa según el RUT.
        </p>
      ) : null}
      {ultimo ? (
        <p class="govuk-body">
          Tiene una sin terminar:{' '}
          <a class="govuk-link" href={`${camino}/${ultimo.idPublico}`}>
            siga la que guardó el {formatearFechaHora(ultimo.guardadoEn)}
          </a>
          .
        </p>
      ) : null}
      <Formulario accion={camino}>
        <Boton>{ultimo ? 'Empezar otra' : 'Empezar'}</Boton>
      </Formulario>
    </>
  );
}
