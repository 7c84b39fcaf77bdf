import type { Presentacion } from '@autogestion/documentos';
import type { ComponentChildren } from 'preact';
import {
  Advertencia,
  Boton,
  camposDe,
  CampoTexto,
  ConLado,
  Detalles,
  Ficha,
  Formulario,
  Pagina,
  renderizarPagina,
} from '../../interfaz/index.ts';
import { FormularioLlave } from '../../cuentas/index.ts';
import { type Rechazo, type SinEmitir } from '../../plataforma/index.ts';
import { VistaDePresentacion } from '../../sello/index.ts';
import { Preguntar } from '../../interfaz/preguntas/index.ts';
import type { CanalesDeFirma } from '../canales.ts';
import type { Rechazo as RechazoDeFirma } from '../errores.ts';
import { CLAVE_DINAMICA } from '../preguntas.ts';
import { PedirClave } from './clave-dinamica.tsx';
import { MIGAS } from './migas.ts';

/** What was refused: the form, or the signature, which may say which two texts are not the same. */
type RechazoMostrado = Rechazo & Pick<RechazoDeFirma, 'huellas'>;

export interface PropsDeFirmar {
  presentacion: Presentacion;
  mostrado: string;
  canales: CanalesDeFirma;
  /** A key was sent for what is shown and may still serve. */
  pedida: boolean;
  /** It was asked for again too soon. */
  espere?: SinEmitir;
  /** Address of the page; the key is asked for at `<camino>/clave`. */
  camino: string;
  /** They have a passkey, which may take the place of the dynamic key. */
  conLlave?: boolean;
  rechazo?: RechazoMostrado | undefined;
  /** Fields between the dynamic key and the password. */
  otrosCampos?: ComponentChildren;
  boton?: string;
  /** What the password field asks for. */
  campoContrasena?: ComponentChildren;
}

/** Reading, asking for the key, and signing: in that order, on one page, also without script. */
export function paginaFirmar(o: PropsDeFirmar): string {
  const { presentacion, rechazo } = o;
  const errores = rechazo?.campos ?? {};
  const general = rechazo && Object.keys(rechazo.campos).length === 0 ? rechazo : undefined;
  return renderizarPagina(
    <Pagina
      titulo={presentacion.titulo}
      ancho="ancha"
      islas={o.conLlave ? ['llave'] : undefined}
      migas={MIGAS}
      errores={errores}
    >
      {general ? <NoSeFirmo rechazo={general} /> : null}
      <p class="govuk-body">Lea lo que va a firmar. Esto mismo dirá el documento.</p>
      <ConLado actua={pideFirma(o) ? 'largo' : 'corto'} lado={<Firme {...o} conCampos={pideFirma(o)} />}>
        <VistaDePresentacion presentacion={presentacion} />
      </ConLado>
    </Pagina>,
  );
}

/** A fault of the fields of the signature needs them on the page, also when the key that was written no longer serves. */
const pideFirma = ({ pedida, rechazo }: PropsDeFirmar): boolean =>
  pedida || ['contrasena', 'codigo', 'repetida', 'expedicion'].some((nombre) => rechazo?.campos[nombre]);

/** Asking for the key and signing, in sight while one reads. */
function Firme(o: PropsDeFirmar & { conCampos: boolean }) {
  const { camino, mostrado, rechazo, conCampos } = o;
  const errores = rechazo?.campos ?? {};
  const campo = camposDe({ errores });
  return (
    <Ficha titulo="Firme">
      {conCampos ? (
        <>
          {o.pedida ? (
            <p class="govuk-body" role="status">
              Le enviamos la clave dinámica. Puede tardar un minuto.
            </p>
          ) : null}
          <Formulario accion={camino} ocultos={{ mostrado }} unaVez>
            {o.otrosCampos}
            {o.campoContrasena ?? (
              <CampoTexto
                {...campo.texto('contrasena')}
                valor=""
                etiqueta="Contraseña de su firma"
                ayuda="No es la de su cuenta: es la que eligió al obtener la firma."
                tipo="password"
                autocompletar="off"
              />
            )}
            <Preguntar pregunta={CLAVE_DINAMICA} errores={errores} />
            <Boton>{o.boton ?? 'Firmar'}</Boton>
          </Formulario>
        </>
      ) : null}
      <PedirClave
        canales={o.canales}
        espere={o.espere}
        accion={`${camino}/clave`}
        mostrado={mostrado}
        pedida={o.pedida}
        error={errores.canal}
      />
      {o.conLlave ? (
        <FormularioLlave
          modo="uso"
          accion={camino}
          opciones={`${camino}/llave`}
          boton="Firmar con mi llave de acceso"
          unaVez
        >
          <h3 class="govuk-heading-s">O firme con su llave de acceso</h3>
          <input type="hidden" name="mostrado" value={mostrado} />
          <CampoTexto
            {...campo.texto('contrasena-llave')}
            valor=""
            etiqueta="Contraseña de su firma, para usar la llave de acceso"
            tipo="password"
            autocompletar="off"
          />
        </FormularioLlave>
      ) : null}
    </Ficha>
  );
}

/** Nothing was signed, and why; when what was shown changed, both hashes for whoever wants to compare them. */
function NoSeFirmo({ rechazo: { mensaje, huellas } }: { rechazo: RechazoMostrado }) {
  return (
    <div role="alert">
      <Advertencia>{mensaje}</Advertencia>
      {huellas ? (
        <Detalles resumen="Comparar las huellas">
          <p class="govuk-body">
            Lo que se le había mostrado: <code class="huella">{huellas.mostrada}</code>
          </p>
          <p class="govuk-body">
            Lo que se firmaría ahora: <code class="huella">{huellas.actual}</code>
          </p>
        </Detalles>
      ) : null}
    </div>
  );
}
