<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko_KR" sourcelanguage="en_GB">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Color Studio</source>
        <translation>Color Studio 정보</translation>
    </message>
    <message>
        <source>Colour for black-and-white scans, as a reversible, documented layer. The master is never written to, the lightness of every result is the scan&apos;s own, and nothing leaves this computer.</source>
        <translation>흑백 스캔에 색을 입히되, 언제든 되돌릴 수 있고 근거가 기록되는 별도의 층으로 다룹니다. 원본 파일에는 아무것도 쓰지 않으며, 모든 결과의 명도는 스캔의 명도 그대로이고, 어떤 자료도 이 컴퓨터 밖으로 나가지 않습니다.</translation>
    </message>
    <message>
        <source>Free software under the MIT licence.</source>
        <translation>MIT 라이선스로 배포되는 자유 소프트웨어입니다.</translation>
    </message>
</context>
<context>
    <name>AdjustPanel</name>
    <message>
        <source>Adjust</source>
        <translation>조정</translation>
    </message>
    <message>
        <source>Reset adjustments</source>
        <translation>조정 초기화</translation>
    </message>
    <message>
        <source>Changes the colours that the model predicted; the light and dark of the scan stay.</source>
        <translation>모델이 예측한 색을 바꿉니다. 스캔의 명암은 그대로입니다.</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>혼합</translation>
    </message>
    <message>
        <source>How much colour lies over the scan, and over which tone.</source>
        <translation>스캔 위에 색을 얼마나, 어떤 바탕색 위에 입힐지 정합니다.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색</translation>
    </message>
    <message>
        <source>How vivid all colours are, and which way they lean.</source>
        <translation>모든 색의 선명함과 색조의 방향을 정합니다.</translation>
    </message>
    <message>
        <source>Light and shade</source>
        <translation>명암</translation>
    </message>
    <message>
        <source>How vivid the colours of dark and of light places are.</source>
        <translation>어두운 곳과 밝은 곳의 색이 얼마나 선명할지 정합니다.</translation>
    </message>
    <message>
        <source>Hues</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>Turns or strengthens one band of hues and leaves the others.</source>
        <translation>한 색상 구간만 바꾸거나 강하게 하고 나머지는 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>강도</translation>
    </message>
    <message>
        <source>How much of the colour lies over the scan.</source>
        <translation>스캔 위에 색을 얼마나 입힐지 정합니다.</translation>
    </message>
    <message>
        <source>Keep tone</source>
        <translation>원본 색조</translation>
    </message>
    <message>
        <source>How much of the scan&apos;s own tone, such as sepia, stays where the colour is weak.</source>
        <translation>세피아와 같은 스캔 본래의 색조를 색이 약한 곳에 얼마나 남길지 정합니다.</translation>
    </message>
    <message>
        <source>How vivid the colours are; lightness never changes.</source>
        <translation>색의 선명한 정도입니다. 밝기는 변하지 않습니다.</translation>
    </message>
    <message>
        <source>Vibrance</source>
        <translation>생동감</translation>
    </message>
    <message>
        <source>Makes dull colours more vivid and spares those that are.</source>
        <translation>흐린 색을 더 선명하게 하고 이미 선명한 색은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>색온도</translation>
    </message>
    <message>
        <source>Cooler to the left, warmer to the right.</source>
        <translation>왼쪽은 차갑게, 오른쪽은 따뜻하게 합니다.</translation>
    </message>
    <message>
        <source>Tint</source>
        <translation>색조</translation>
    </message>
    <message>
        <source>Greener to the left, more magenta to the right.</source>
        <translation>왼쪽은 초록, 오른쪽은 자홍 쪽으로 옮깁니다.</translation>
    </message>
    <message>
        <source>Shadows</source>
        <translation>어두운 곳</translation>
    </message>
    <message>
        <source>How vivid the colours are in dark places.</source>
        <translation>어두운 곳의 색이 선명한 정도입니다.</translation>
    </message>
    <message>
        <source>Highlights</source>
        <translation>밝은 곳</translation>
    </message>
    <message>
        <source>How vivid the colours are in light places.</source>
        <translation>밝은 곳의 색이 선명한 정도입니다.</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>채도</translation>
    </message>
</context>
<context>
    <name>AutosaveFeature</name>
    <message>
        <source>Restore</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>버리기</translation>
    </message>
    <message>
        <source>Color Studio did not close properly. Restore the scan with unsaved changes?</source>
        <translation>Color Studio가 제대로 닫히지 않았습니다. 저장하지 않은 변경 사항이 있는 스캔을 복원하시겠습니까?</translation>
    </message>
    <message>
        <source>Color Studio did not close properly. Restore {count} scans with unsaved changes?</source>
        <translation>Color Studio가 제대로 닫히지 않았습니다. 저장하지 않은 변경 사항이 있는 스캔 {count}개를 복원하시겠습니까?</translation>
    </message>
</context>
<context>
    <name>BallotSection</name>
    <message>
        <source>Compare them blind</source>
        <translation>이름을 가리고 비교하기</translation>
    </message>
    <message>
        <source>Shows the pairs one by one; whose they are is told at the end.</source>
        <translation>사진을 한 쌍씩 보여 줍니다. 어느 모델의 결과인지는 끝에 알려 줍니다.</translation>
    </message>
    <message>
        <source>Judge again</source>
        <translation>다시 평가</translation>
    </message>
    <message>
        <source>Forgets the answers, and shows the pairs in another order.</source>
        <translation>답을 지우고 다른 순서로 다시 보여 줍니다.</translation>
    </message>
    <message>
        <source>No pictures were set aside to compare.</source>
        <translation>비교하려고 남겨 둔 사진이 없습니다.</translation>
    </message>
    <message>
        <source>Both models colour the pictures alike: there is nothing to choose between.</source>
        <translation>두 모델의 채색 결과가 비슷하여 고를 것이 없습니다.</translation>
    </message>
    <message>
        <source>You see {pairs} pictures that this training did not use, coloured by both models, side by side. Which side is whose is not told: judge by your eyes alone.</source>
        <translation>이번 학습에 쓰지 않은 사진 {pairs}장을 두 모델이 채색한 결과를 나란히 보여 줍니다. 어느 쪽이 어느 모델인지는 알려 주지 않으니 눈으로만 판단하십시오.</translation>
    </message>
    <message>
        <source>{count} others were coloured alike and are left out.</source>
        <translation>비슷하게 채색된 나머지 {count}장은 뺐습니다.</translation>
    </message>
    <message>
        <source>Go on comparing</source>
        <translation>이어서 비교하기</translation>
    </message>
    <message>
        <source>Begin the comparison</source>
        <translation>비교 시작</translation>
    </message>
</context>
<context>
    <name>BlindSheet</name>
    <message>
        <source>Which colours do you believe more?</source>
        <translation>어느 쪽 색이 더 그럴듯합니까?</translation>
    </message>
    <message>
        <source>The left colours are more believable (key 1 or left arrow).</source>
        <translation>왼쪽 색이 더 그럴듯합니다(1 키 또는 왼쪽 화살표).</translation>
    </message>
    <message>
        <source>The right colours are more believable (key 2 or right arrow).</source>
        <translation>오른쪽 색이 더 그럴듯합니다(2 키 또는 오른쪽 화살표).</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>차이 없음</translation>
    </message>
    <message>
        <source>Both are as good, or as bad (key 3 or down arrow).</source>
        <translation>둘 다 비슷하게 좋거나 나쁩니다(3 키 또는 아래쪽 화살표).</translation>
    </message>
    <message>
        <source>Hold for the true colours</source>
        <translation>누르고 있으면 실제 색</translation>
    </message>
    <message>
        <source>Shows the colour picture itself (hold the up arrow).</source>
        <translation>컬러 사진 자체를 보여 줍니다(위쪽 화살표를 누르고 있기).</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>Takes the last answer back (Backspace).</source>
        <translation>마지막 답을 되돌립니다(백스페이스).</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>나중에 계속</translation>
    </message>
    <message>
        <source>Keeps the answers so far (Esc).</source>
        <translation>지금까지의 답을 저장합니다(Esc).</translation>
    </message>
    <message>
        <source>Left picture</source>
        <translation>왼쪽 사진</translation>
    </message>
    <message>
        <source>Right picture</source>
        <translation>오른쪽 사진</translation>
    </message>
    <message>
        <source>Pairs that are judged</source>
        <translation>평가한 쌍</translation>
    </message>
    <message>
        <source>{number} of {total}</source>
        <translation>{total}개 중 {number}번째</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>Picture</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>The scan and its colour. Plus and minus zoom, the arrow keys move the picture or the divider, backslash shows the original while it is held down.</source>
        <translation>스캔과 입힌 색을 보여 줍니다. 더하기와 빼기 키로 확대·축소하고, 화살표 키로 사진이나 경계선을 옮기며, 역슬래시(₩) 키를 누르고 있는 동안 원본이 보입니다.</translation>
    </message>
    <message>
        <source>Colour only</source>
        <translation>색만</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>After</source>
        <translation>채색</translation>
    </message>
</context>
<context>
    <name>CanvasMenuFeature</name>
    <message>
        <source>Set a &amp;hint here</source>
        <translation>여기에 힌트 놓기(&amp;H)</translation>
    </message>
    <message>
        <source>Copy this colo&amp;ur ({colour})</source>
        <translation>이 색 복사({colour})(&amp;U)</translation>
    </message>
    <message>
        <source>Copied {colour}.</source>
        <translation>{colour} 값을 복사했습니다.</translation>
    </message>
</context>
<context>
    <name>CheckStep</name>
    <message>
        <source>Check again</source>
        <translation>다시 검사</translation>
    </message>
    <message>
        <source>Looks at the pictures once more, after files were added or mended.</source>
        <translation>파일을 더하거나 고친 뒤 사진을 한 번 더 살펴봅니다.</translation>
    </message>
    <message>
        <source>Progress of the check</source>
        <translation>검사 진행 상황</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>찾은 내용</translation>
    </message>
    <message>
        <source>Kinds of findings; choose one to see its pictures.</source>
        <translation>찾은 내용의 종류입니다. 하나를 고르면 해당 사진이 보입니다.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Click a picture, or press Space, to leave it out or to use it.</source>
        <translation>사진을 클릭하거나 스페이스 키를 누르면 빼거나 다시 씁니다.</translation>
    </message>
    <message>
        <source>Leave all out</source>
        <translation>모두 빼기</translation>
    </message>
    <message>
        <source>Leaves out all pictures that are shown here.</source>
        <translation>여기 보이는 사진을 모두 뺍니다.</translation>
    </message>
    <message>
        <source>Use all</source>
        <translation>모두 쓰기</translation>
    </message>
    <message>
        <source>Uses all pictures that are shown here, as far as they can be read.</source>
        <translation>여기 보이는 사진 가운데 읽을 수 있는 것을 모두 씁니다.</translation>
    </message>
    <message>
        <source>Looking at the pictures: {done} of {total}</source>
        <translation>사진을 살펴보는 중: {total}장 중 {done}장</translation>
    </message>
    <message>
        <source>Are the pictures fit for it?</source>
        <translation>학습에 알맞은 사진입니까?</translation>
    </message>
    <message>
        <source>Every picture is opened and looked at, for damage, colour and twins.</source>
        <translation>사진을 모두 열어 손상, 색, 중복을 살펴봅니다.</translation>
    </message>
</context>
<context>
    <name>ColourFeature</name>
    <message>
        <source>Change model or render size</source>
        <translation>모델 또는 렌더 크기 변경</translation>
    </message>
</context>
<context>
    <name>ColourPanel</name>
    <message>
        <source>Colour</source>
        <translation>채색</translation>
    </message>
    <message>
        <source>Which model colours the scan, and how finely it looks.</source>
        <translation>어떤 모델이 얼마나 세밀하게 보고 색을 입힐지 정합니다.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>The model that predicts the colours; another one gives other colours.</source>
        <translation>색을 예측하는 모델입니다. 모델이 다르면 색도 다릅니다.</translation>
    </message>
    <message>
        <source>Render size</source>
        <translation>렌더 크기</translation>
    </message>
    <message>
        <source>Short side, in pixels, at which the model sees the scan. The result has the scan&apos;s full size.</source>
        <translation>모델이 스캔을 볼 때의 짧은 변 길이(픽셀)입니다. 결과물은 스캔과 같은 크기로 만들어집니다.</translation>
    </message>
    <message>
        <source>Progress of the colouring</source>
        <translation>채색 진행률</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>권장</translation>
    </message>
</context>
<context>
    <name>ColourReadOut</name>
    <message>
        <source>Colour under the pointer</source>
        <translation>포인터 아래의 색</translation>
    </message>
    <message>
        <source>Under the pointer: lightness and colour (CIELAB), the sRGB values, and how far the model guesses</source>
        <translation>포인터 아래: 밝기와 색(CIELAB), sRGB 값, 모델이 추측한 정도</translation>
    </message>
</context>
<context>
    <name>ColourSource</name>
    <message>
        <source>Colour from another picture</source>
        <translation>다른 사진에서 색 가져오기</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Open photograph…</source>
        <translation>사진 열기…</translation>
    </message>
    <message>
        <source>A colour photograph of the same thing, for example; it is only looked at.</source>
        <translation>예를 들어 같은 사물의 컬러 사진입니다. 보기만 합니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Opening {name}…</source>
        <translation>{name} 여는 중…</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Open photograph</source>
        <translation>사진 열기</translation>
    </message>
    <message>
        <source>Taken: {colour}</source>
        <translation>가져온 색: {colour}</translation>
    </message>
    <message>
        <source>Click a colour; hue and chroma are taken, lightness stays the scan&apos;s.</source>
        <translation>색을 클릭하세요. 색상과 채도만 가져오며 밝기는 스캔의 것을 유지합니다.</translation>
    </message>
    <message>
        <source>Open a colour photograph to take a colour from it.</source>
        <translation>색을 가져올 컬러 사진을 여세요.</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
    <message>
        <source>Scans and projects</source>
        <translation>스캔과 프로젝트</translation>
    </message>
    <message>
        <source>Open scans</source>
        <translation>스캔 열기</translation>
    </message>
</context>
<context>
    <name>CompareView</name>
    <message>
        <source>Back to the cards</source>
        <translation>모델 정보로 돌아가기</translation>
    </message>
    <message>
        <source>Shows the card of the chosen model again.</source>
        <translation>선택한 모델의 정보를 다시 보여 줍니다.</translation>
    </message>
    <message>
        <source>The scan</source>
        <translation>스캔</translation>
    </message>
    <message>
        <source>“{name}”, coloured by each model</source>
        <translation>“{name}” 스캔을 모델별로 채색한 결과</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>사용 중</translation>
    </message>
    <message>
        <source>Use for this scan</source>
        <translation>이 스캔에 사용</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{total}개 중 {done}개</translation>
    </message>
</context>
<context>
    <name>ConvertDialog</name>
    <message>
        <source>Convert a pix2pix checkpoint</source>
        <translation>pix2pix 체크포인트 변환</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>변환</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>The options of the training</source>
        <translation>학습 옵션 파일</translation>
    </message>
    <message>
        <source>Text files</source>
        <translation>텍스트 파일</translation>
    </message>
    <message>
        <source>train_opt.txt, if there is one</source>
        <translation>train_opt.txt 파일이 있으면 지정</translation>
    </message>
    <message>
        <source>for example CC-BY-4.0; unknown if empty</source>
        <translation>예: CC-BY-4.0. 비워 두면 알 수 없음</translation>
    </message>
    <message>
        <source>As pix2pix tests: by each picture itself</source>
        <translation>pix2pix의 시험 방식: 사진마다 따로</translation>
    </message>
    <message>
        <source>As with --eval: by what was gathered in training</source>
        <translation>--eval 방식: 학습 때 모은 값으로</translation>
    </message>
    <message>
        <source>As the options say</source>
        <translation>옵션 파일대로</translation>
    </message>
    <message>
        <source>With dropout</source>
        <translation>드롭아웃 사용</translation>
    </message>
    <message>
        <source>Without dropout</source>
        <translation>드롭아웃 없음</translation>
    </message>
    <message>
        <source>How brightness and contrast inside the network are evened out.</source>
        <translation>신경망 안에서 밝기와 대비를 고르게 하는 방법입니다.</translation>
    </message>
    <message>
        <source>Whether parts of the network were switched off at random in training.</source>
        <translation>학습할 때 신경망의 일부를 무작위로 껐는지 여부입니다.</translation>
    </message>
    <message>
        <source>What the model is called in the library.</source>
        <translation>모델 목록에 표시할 이름입니다.</translation>
    </message>
    <message>
        <source>Under which the model may be used: ask whoever trained it.</source>
        <translation>모델을 쓸 수 있는 조건입니다. 학습한 사람에게 확인하십시오.</translation>
    </message>
    <message>
        <source>The file in which pix2pix notes how it was trained; it is checked against.</source>
        <translation>pix2pix가 학습 방법을 적어 둔 파일입니다. 체크포인트와 맞는지 확인합니다.</translation>
    </message>
    <message>
        <source>Choose the file with the options.</source>
        <translation>옵션 파일을 선택합니다.</translation>
    </message>
    <message>
        <source>Makes a model of it, and compares both; takes some seconds.</source>
        <translation>모델로 변환하고 원본과 결과가 같은지 확인합니다. 몇 초 걸립니다.</translation>
    </message>
    <message>
        <source>Leaves the library as it is.</source>
        <translation>모델 목록을 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Options of the training</source>
        <translation>학습 옵션</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>정규화</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>드롭아웃</translation>
    </message>
    <message>
        <source>“{file}” is read safely: nothing in it is run. It becomes a model that works without pix2pix.</source>
        <translation>“{file}” 파일은 안전하게 읽으며, 안에 든 어떤 것도 실행하지 않습니다. pix2pix 없이 쓸 수 있는 모델이 됩니다.</translation>
    </message>
    <message>
        <source>Progress of the conversion</source>
        <translation>변환 진행 상황</translation>
    </message>
</context>
<context>
    <name>CopyResultFeature</name>
    <message>
        <source>Copying the result…</source>
        <translation>결과를 복사하는 중…</translation>
    </message>
    <message>
        <source>Copied the result: {width} × {height} pixels.</source>
        <translation>결과를 복사했습니다: {width} × {height}픽셀.</translation>
    </message>
    <message>
        <source>Copied the result at {width} × {height} pixels; export it to have its full size.</source>
        <translation>결과를 {width} × {height}픽셀로 복사했습니다. 전체 크기는 내보내기로 얻을 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>CropBar</name>
    <message>
        <source>Any shape</source>
        <translation>자유 비율</translation>
    </message>
    <message>
        <source>As the scan</source>
        <translation>스캔과 같게</translation>
    </message>
    <message>
        <source>Shape of the crop</source>
        <translation>자르기 비율</translation>
    </message>
    <message>
        <source>The shape that the crop keeps; Shift keeps it for one drag</source>
        <translation>자르기 영역이 유지하는 비율입니다. Shift를 누르고 끌면 그동안만 유지됩니다.</translation>
    </message>
    <message>
        <source>Whole scan</source>
        <translation>스캔 전체</translation>
    </message>
    <message>
        <source>Export everything again (Delete)</source>
        <translation>다시 전체를 내보냅니다 (Delete)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Leave the crop as it was (Esc)</source>
        <translation>자르기를 원래대로 둡니다 (Esc)</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Export this part from now on (Enter); undo brings it back</source>
        <translation>이제부터 이 부분만 내보냅니다 (Enter). 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>CurveCard</name>
    <message>
        <source>Nothing to draw yet.</source>
        <translation>아직 그릴 값이 없습니다.</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>측정 항목</translation>
    </message>
    <message>
        <source>Choose which figure of the measurements is drawn</source>
        <translation>그래프로 표시할 측정값을 선택합니다</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Step {step}</source>
        <translation>{step}단계</translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>Curves</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>The curves are being drawn…</source>
        <translation>그래프를 그리는 중…</translation>
    </message>
</context>
<context>
    <name>EstimateFacts</name>
    <message>
        <source>What it needs of this computer</source>
        <translation>이 컴퓨터에 필요한 것</translation>
    </message>
    <message>
        <source>about {needed}; {free} are free</source>
        <translation>약 {needed} 필요, {free} 여유</translation>
    </message>
    <message>
        <source>Computes on</source>
        <translation>연산 장치</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Disk</source>
        <translation>디스크</translation>
    </message>
    <message>
        <source>A step</source>
        <translation>한 단계</translation>
    </message>
    <message>
        <source>{seconds} seconds</source>
        <translation>{seconds}초</translation>
    </message>
    <message>
        <source>Lost in a power cut</source>
        <translation>정전 시 잃는 작업</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>프로세서(CPU)</translation>
    </message>
    <message>
        <source>Not all pictures of a step fit into the memory at once: they are taken {count} at a time.</source>
        <translation>한 단계의 사진이 한꺼번에 메모리에 들어가지 않아 {count}장씩 나누어 처리합니다.</translation>
    </message>
    <message>
        <source>The memory may not do. Close other programs, or choose smaller crops in all settings.</source>
        <translation>메모리가 모자랄 수 있습니다. 다른 프로그램을 닫거나 모든 설정에서 더 작은 조각을 선택하십시오.</translation>
    </message>
    <message>
        <source>There is not enough room on the disk. Make room before you begin, or the training will wait.</source>
        <translation>디스크 공간이 부족합니다. 시작하기 전에 공간을 확보하십시오. 그러지 않으면 학습이 멈추어 기다립니다.</translation>
    </message>
</context>
<context>
    <name>EventLog</name>
    <message>
        <source>Events</source>
        <translation>이벤트</translation>
    </message>
    <message>
        <source>Messages of the program</source>
        <translation>프로그램 메시지</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>표시 내용</translation>
    </message>
    <message>
        <source>Events tell what the training does; messages tell more if it failed</source>
        <translation>이벤트는 학습이 하는 일을 보여 주고, 메시지는 실패했을 때 자세한 내용을 알려 줍니다</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Read the messages again: they may have grown</source>
        <translation>메시지가 늘어났을 수 있으므로 다시 읽습니다</translation>
    </message>
    <message>
        <source>Log of the training</source>
        <translation>학습 로그</translation>
    </message>
    <message>
        <source>The newest {count} events; all of them are in events.jsonl.</source>
        <translation>최근 이벤트 {count}개입니다. 전체는 events.jsonl에 있습니다.</translation>
    </message>
    <message>
        <source>The ends of log.txt and {console}.</source>
        <translation>log.txt와 {console}의 끝부분입니다.</translation>
    </message>
</context>
<context>
    <name>ExpertPage</name>
    <message>
        <source>All settings</source>
        <translation>모든 설정</translation>
    </message>
    <message>
        <source>Nothing here has to be changed. What is bold differs from the recipe.</source>
        <translation>여기 있는 값은 바꾸지 않아도 됩니다. 굵은 글씨는 레시피와 다른 값입니다.</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>설정 찾기</translation>
    </message>
    <message>
        <source>Shows the settings whose name or explanation has these letters.</source>
        <translation>이름이나 설명에 이 글자가 들어 있는 설정만 보여 줍니다.</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>레시피</translation>
    </message>
    <message>
        <source>The set of values to begin with; the goal has chosen one.</source>
        <translation>시작할 때 쓰는 값의 묶음입니다. 목표에 따라 정해져 있습니다.</translation>
    </message>
    <message>
        <source>As the goal says</source>
        <translation>목표에 따름</translation>
    </message>
    <message>
        <source>Back to the recipe</source>
        <translation>레시피 값으로 되돌리기</translation>
    </message>
    <message>
        <source>Takes back all changes on this page.</source>
        <translation>이 페이지에서 바꾼 값을 모두 되돌립니다.</translation>
    </message>
    <message>
        <source>Save as a recipe…</source>
        <translation>레시피로 저장…</translation>
    </message>
    <message>
        <source>Writes all settings to a file from which the command line can train as well.</source>
        <translation>모든 설정을 파일로 저장합니다. 명령줄에서도 이 파일로 학습할 수 있습니다.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Back to the time that it takes.</source>
        <translation>걸리는 시간으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Opens and closes this group of settings.</source>
        <translation>이 설정 묶음을 열거나 닫습니다.</translation>
    </message>
    <message>
        <source>From {low} to {high}.</source>
        <translation>범위: {low}~{high}.</translation>
    </message>
    <message>
        <source>{label}: back to {value}, as the recipe has it</source>
        <translation>{label}: 레시피의 값 {value}(으)로 되돌리기</translation>
    </message>
    <message>
        <source>Save as a recipe</source>
        <translation>레시피로 저장</translation>
    </message>
    <message>
        <source>Recipes</source>
        <translation>레시피</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>다른 이름으로 내보내기</translation>
    </message>
    <message>
        <source>{bits} bit per channel</source>
        <translation>채널당 {bits}비트</translation>
    </message>
    <message>
        <source>{format} holds 8 bits only.</source>
        <translation>{format} 형식은 8비트까지만 담을 수 있습니다.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>바꾸기</translation>
    </message>
    <message>
        <source>{name} exists already and will be replaced.</source>
        <translation>같은 이름의 파일({name})이 이미 있으며, 새 파일로 바뀝니다.</translation>
    </message>
    <message>
        <source>{width} × {height} pixels, sRGB. The lightness stays the scan&apos;s.</source>
        <translation>{width} × {height} 픽셀, sRGB. 명도는 스캔 그대로 유지됩니다.</translation>
    </message>
    <message>
        <source>This is an open scan, which is never written to; choose another name.</source>
        <translation>열려 있는 스캔 원본에는 쓸 수 없습니다. 다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>Enter a file name.</source>
        <translation>파일 이름을 입력하세요.</translation>
    </message>
    <message>
        <source>End the name in .tif, .png, .jpg or .webp.</source>
        <translation>파일 이름이 .tif, .png, .jpg, .webp 중 하나로 끝나야 합니다.</translation>
    </message>
    <message>
        <source>The folder {folder} does not exist.</source>
        <translation>폴더가 없습니다: {folder}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Depth</source>
        <translation>비트 심도</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>The pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Show them with their names</source>
        <translation>모델 이름과 함께 보기</translation>
    </message>
    <message>
        <source>After that you know whose colours are whose: compare them blind before.</source>
        <translation>보고 나면 어느 모델의 색인지 알게 됩니다. 이름을 가린 비교를 먼저 하십시오.</translation>
    </message>
    <message>
        <source>True colours</source>
        <translation>실제 색</translation>
    </message>
    <message>
        <source>alike to you</source>
        <translation>차이 없음으로 평가</translation>
    </message>
    <message>
        <source>you preferred “{name}”</source>
        <translation>“{name}” 선택</translation>
    </message>
</context>
<context>
    <name>GatePage</name>
    <message>
        <source>Back to the training</source>
        <translation>학습으로 돌아가기</translation>
    </message>
    <message>
        <source>Shows the curves and samples of this training again.</source>
        <translation>이 학습의 그래프와 예시 사진을 다시 보여 줍니다.</translation>
    </message>
    <message>
        <source>What was measured</source>
        <translation>측정 결과</translation>
    </message>
    <message>
        <source>This model has not been compared with the one that it began with yet.</source>
        <translation>이 모델은 아직 시작할 때의 모델과 비교하지 않았습니다.</translation>
    </message>
    <message>
        <source>Compare now</source>
        <translation>지금 비교</translation>
    </message>
    <message>
        <source>Colours the pictures that were set aside with both models; takes some minutes.</source>
        <translation>남겨 둔 사진을 두 모델로 채색합니다. 몇 분 걸립니다.</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>비교 진행 상황</translation>
    </message>
    <message>
        <source>The result of “{name}”</source>
        <translation>“{name}”의 결과</translation>
    </message>
    <message>
        <source>“{name}” is in the library and can be chosen for every scan.</source>
        <translation>“{name}” 모델이 모델 목록에 추가되어 모든 스캔에서 선택할 수 있습니다.</translation>
    </message>
    <message>
        <source>Change model or render size</source>
        <translation>모델 또는 렌더 크기 변경</translation>
    </message>
</context>
<context>
    <name>GoalStep</name>
    <message>
        <source>What do you want?</source>
        <translation>무엇을 하시겠습니까?</translation>
    </message>
    <message>
        <source>The new model</source>
        <translation>새 모델</translation>
    </message>
    <message>
        <source>Begins with</source>
        <translation>바탕 모델</translation>
    </message>
    <message>
        <source>The model that knows the world already; the new one starts from what it knows.</source>
        <translation>이미 세상을 아는 모델입니다. 새 모델은 이 모델이 아는 것에서 시작합니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>How the model is called wherever models are chosen; the name of the collection is a good one.</source>
        <translation>모델을 고를 때 보이는 이름입니다. 소장 자료의 이름이 알맞습니다.</translation>
    </message>
    <message>
        <source>Rights of the pictures</source>
        <translation>사진의 권리</translation>
    </message>
    <message>
        <source>A model keeps traces of its pictures: under which terms may it be passed on? Can be typed.</source>
        <translation>모델에는 학습한 사진의 흔적이 남습니다. 어떤 조건으로 나누어 줄 수 있습니까? 직접 입력할 수도 있습니다.</translation>
    </message>
    <message>
        <source>Where they come from</source>
        <translation>사진의 출처</translation>
    </message>
    <message>
        <source>Stands on the model&apos;s card, so that others know what its colours rest on.</source>
        <translation>모델 카드에 적혀, 색의 근거를 다른 사람도 알 수 있습니다.</translation>
    </message>
    <message>
        <source>For example: Slides of the city archive</source>
        <translation>예: 시립 기록관 슬라이드</translation>
    </message>
    <message>
        <source>For example: colour slides of the city archive, 1961 to 1978</source>
        <translation>예: 시립 기록관 컬러 슬라이드, 1961~1978년</translation>
    </message>
    <message>
        <source>Its own licence, {licence}, holds for the new model as well.</source>
        <translation>바탕 모델의 라이선스({licence})는 새 모델에도 적용됩니다.</translation>
    </message>
</context>
<context>
    <name>GuessFeature</name>
    <message>
        <source>Leave uncertain areas grey</source>
        <translation>불확실한 곳은 흑백으로 두기</translation>
    </message>
</context>
<context>
    <name>GuessPanel</name>
    <message>
        <source>Guess map</source>
        <translation>추측 지도</translation>
    </message>
    <message>
        <source>Where the model is sure of its colours, and where it might as well have taken others.</source>
        <translation>모델이 색을 확신하는 곳과 다른 색일 수도 있는 곳을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Show over the picture</source>
        <translation>사진 위에 표시</translation>
    </message>
    <message>
        <source>Leave uncertain areas grey</source>
        <translation>불확실한 곳은 흑백으로 두기</translation>
    </message>
    <message>
        <source>Only what the model is sure enough of is coloured, here and in exports.</source>
        <translation>모델이 충분히 확신하는 곳만 채색합니다. 화면과 내보내기에 모두 적용됩니다.</translation>
    </message>
    <message>
        <source>Grey beyond</source>
        <translation>흑백 기준</translation>
    </message>
    <message>
        <source>Uncertainty beyond which colour fades: 33 % keeps what is well founded, 60 % what is likely too.</source>
        <translation>이 불확실도를 넘으면 색이 옅어집니다. 33 %는 근거가 충분한 곳만, 60 %는 그럴듯한 곳까지 남깁니다.</translation>
    </message>
    <message>
        <source>Measuring where the model is unsure…</source>
        <translation>모델이 확신하지 못하는 곳을 찾는 중…</translation>
    </message>
</context>
<context>
    <name>HealthCard</name>
    <message>
        <source>Less</source>
        <translation>간단히</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count}개 더 보기</translation>
    </message>
    <message>
        <source>Show or hide what else there is to say about this training</source>
        <translation>이 학습에 관한 다른 안내를 표시하거나 숨깁니다</translation>
    </message>
</context>
<context>
    <name>HintColourBox</name>
    <message>
        <source>Colour wheel</source>
        <translation>색상환</translation>
    </message>
    <message>
        <source>All colours of this lightness: the angle is the hue, the distance from the middle the chroma.</source>
        <translation>이 밝기의 모든 색입니다. 각도는 색상, 가운데에서의 거리는 채도입니다.</translation>
    </message>
    <message>
        <source>From green (negative) to red (positive), CIELAB a*.</source>
        <translation>녹색(음수)에서 빨강(양수)까지, CIELAB a*.</translation>
    </message>
    <message>
        <source>From blue (negative) to yellow (positive), CIELAB b*.</source>
        <translation>파랑(음수)에서 노랑(양수)까지, CIELAB b*.</translation>
    </message>
    <message>
        <source>A colour as #RRGGBB; only its hue and chroma are taken, never its lightness.</source>
        <translation>#RRGGBB 형식의 색입니다. 색상과 채도만 받고 밝기는 받지 않습니다.</translation>
    </message>
    <message>
        <source>Lightness is the scan&apos;s own; a hint never changes it.</source>
        <translation>밝기는 스캔의 것이며 힌트로 바뀌지 않습니다.</translation>
    </message>
</context>
<context>
    <name>HintCommands</name>
    <message>
        <source>Apply settings of {name}</source>
        <translation>{name}의 설정 적용</translation>
    </message>
    <message>
        <source>Applied to {count} scans.</source>
        <translation>스캔 {count}개에 적용했습니다.</translation>
    </message>
    <message>
        <source>Import hints</source>
        <translation>힌트 가져오기</translation>
    </message>
    <message>
        <source>{count} hints imported from {name}.</source>
        <translation>{name}에서 힌트 {count}개를 가져왔습니다.</translation>
    </message>
    <message>
        <source>Hints written to {name}.</source>
        <translation>힌트를 {name}에 저장했습니다.</translation>
    </message>
    <message>
        <source>Hints and recipes (*.json)</source>
        <translation>힌트와 레시피 (*.json)</translation>
    </message>
    <message>
        <source>Export hints</source>
        <translation>힌트 내보내기</translation>
    </message>
</context>
<context>
    <name>HintPopup</name>
    <message>
        <source>Colour of this place</source>
        <translation>이 자리의 색</translation>
    </message>
    <message>
        <source>Evidence: what is it known from?</source>
        <translation>근거: 무엇으로 알 수 있습니까?</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>What the colour is known from: a uniform, a letter, another photograph.</source>
        <translation>색의 근거입니다. 제복, 편지, 다른 사진 등을 적습니다.</translation>
    </message>
    <message>
        <source>Delete hint</source>
        <translation>힌트 삭제</translation>
    </message>
    <message>
        <source>Close (Esc); the hint stays.</source>
        <translation>닫기(Esc). 힌트는 남습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>HintTable</name>
    <message>
        <source>Hints of this scan</source>
        <translation>이 스캔의 힌트</translation>
    </message>
    <message>
        <source>Enter goes to the evidence of a hint, Delete removes it.</source>
        <translation>Enter는 힌트의 근거로 가고, Delete는 힌트를 지웁니다.</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>번호</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>채색</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Documented</source>
        <translation>근거 있음</translation>
    </message>
    <message>
        <source>Not documented</source>
        <translation>근거 없음</translation>
    </message>
</context>
<context>
    <name>HintWords</name>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>e.g. uniform: khaki cotton</source>
        <translation>예: 군복, 카키색 면</translation>
    </message>
    <message>
        <source>What the colour is known from; a hint with evidence counts as documented.</source>
        <translation>색을 무엇으로 아는지 적습니다. 근거가 있는 힌트는 문서화된 것으로 봅니다.</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>e.g. museum catalogue no. 123</source>
        <translation>예: 박물관 도록 123번</translation>
    </message>
    <message>
        <source>Where the evidence is found: a catalogue number, a page, a letter.</source>
        <translation>근거가 있는 곳: 도록 번호, 쪽, 편지 등.</translation>
    </message>
    <message>
        <source>Entered by</source>
        <translation>입력자</translation>
    </message>
    <message>
        <source>your name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Kept for the next hints as well.</source>
        <translation>다음 힌트에도 그대로 쓰입니다.</translation>
    </message>
</context>
<context>
    <name>HintsFeature</name>
    <message>
        <source>Set hint</source>
        <translation>힌트 지정</translation>
    </message>
    <message>
        <source>Resize hint</source>
        <translation>힌트 크기 변경</translation>
    </message>
    <message>
        <source>Move hint</source>
        <translation>힌트 이동</translation>
    </message>
    <message>
        <source>The next hint gets the colour that you took.</source>
        <translation>가져온 색은 다음 힌트에 쓰입니다.</translation>
    </message>
    <message>
        <source>Change hint colour</source>
        <translation>힌트 색 변경</translation>
    </message>
    <message>
        <source>Describe hint</source>
        <translation>힌트 근거 입력</translation>
    </message>
    <message>
        <source>Delete hint</source>
        <translation>힌트 삭제</translation>
    </message>
    <message>
        <source>Delete all hints</source>
        <translation>모든 힌트 삭제</translation>
    </message>
</context>
<context>
    <name>HintsPanel</name>
    <message>
        <source>Hints</source>
        <translation>힌트</translation>
    </message>
    <message>
        <source>Colours that you know: set them where they are, and say what they are known from.</source>
        <translation>아는 색을 제자리에 지정하고, 그 근거를 적으세요.</translation>
    </message>
    <message>
        <source>Delete hint</source>
        <translation>힌트 삭제</translation>
    </message>
    <message>
        <source>Removes the selected hint (Delete); undo brings it back.</source>
        <translation>선택한 힌트를 지웁니다(Delete). 실행 취소로 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>More about hints</source>
        <translation>힌트 메뉴 더 보기</translation>
    </message>
    <message>
        <source>Apply to series, import and export, delete all.</source>
        <translation>시리즈에 적용, 가져오기와 내보내기, 모두 삭제.</translation>
    </message>
    <message>
        <source>The model “{name}” takes no hints; choose another one under Colour to use them.</source>
        <translation>‘{name}’ 모델은 힌트를 받지 않습니다. 힌트를 쓰려면 ‘색’에서 다른 모델을 선택하세요.</translation>
    </message>
    <message>
        <source>Click in the picture where you know a colour, or draw along it; the model follows you.</source>
        <translation>사진에서 색을 아는 곳을 클릭하거나 따라 그리세요. 모델이 그 색을 따릅니다.</translation>
    </message>
</context>
<context>
    <name>HistoryFeature</name>
    <message>
        <source>&amp;Undo {step}</source>
        <translation>{step} 실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo {step}</source>
        <translation>{step} 다시 실행(&amp;R)</translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>작업 내역</translation>
    </message>
    <message>
        <source>What was done to this scan, step by step; click a step to go back to it.</source>
        <translation>이 스캔에 한 작업입니다. 단계를 클릭하면 그때로 돌아갑니다.</translation>
    </message>
    <message>
        <source>As opened</source>
        <translation>열었을 때</translation>
    </message>
    <message>
        <source>Click a step to go back to it, or forth again.</source>
        <translation>단계를 누르면 그때로 돌아가거나 다시 앞으로 갑니다.</translation>
    </message>
</context>
<context>
    <name>HueBands</name>
    <message>
        <source>{hue}: choose it to shift or strengthen these hues alone.</source>
        <translation>{hue}: 선택하면 이 색상만 옮기거나 선명하게 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>분홍</translation>
    </message>
    <message>
        <source>Red and orange</source>
        <translation>빨강과 주황</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>노랑</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>초록</translation>
    </message>
    <message>
        <source>Teal</source>
        <translation>청록</translation>
    </message>
    <message>
        <source>Sky blue</source>
        <translation>하늘색</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>파랑</translation>
    </message>
    <message>
        <source>Violet</source>
        <translation>보라</translation>
    </message>
    <message>
        <source>Hue</source>
        <translation>색상</translation>
    </message>
    <message>
        <source>{hue}: turns towards the hue before or the hue after it.</source>
        <translation>{hue}: 앞 또는 뒤의 색상 쪽으로 옮깁니다.</translation>
    </message>
    <message>
        <source>Saturation</source>
        <translation>채도</translation>
    </message>
    <message>
        <source>{hue}: how vivid these hues are.</source>
        <translation>{hue}: 이 색상의 선명한 정도입니다.</translation>
    </message>
    <message>
        <source>{hue}: hue</source>
        <translation>{hue}: 색상</translation>
    </message>
    <message>
        <source>{hue}: saturation</source>
        <translation>{hue}: 채도</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>Import a model</source>
        <translation>모델 가져오기</translation>
    </message>
    <message>
        <source>Take it into the library</source>
        <translation>모델 목록에 추가</translation>
    </message>
    <message>
        <source>Copies the file; it can be removed again at any time.</source>
        <translation>파일을 복사합니다. 언제든지 다시 제거할 수 있습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Leaves the library as it is.</source>
        <translation>모델 목록을 그대로 둡니다.</translation>
    </message>
    <message>
        <source>This very model is in the library already.</source>
        <translation>같은 모델이 이미 모델 목록에 있습니다.</translation>
    </message>
    <message>
        <source>Another model of this name and version is in the library; this one gets the next version.</source>
        <translation>이름과 버전이 같은 다른 모델이 있어, 이 모델에는 다음 버전 번호를 붙입니다.</translation>
    </message>
    <message>
        <source>It was checked and holds nothing but a model. Is the licence right for what you want to do?</source>
        <translation>검사 결과 모델만 들어 있는 파일입니다. 라이선스가 사용 목적에 맞는지 확인하십시오.</translation>
    </message>
</context>
<context>
    <name>MachinesBox</name>
    <message>
        <source>Several computers</source>
        <translation>여러 대의 컴퓨터</translation>
    </message>
    <message>
        <source>Save these settings as a recipe in a folder that all computers see, put the name of the first computer for HOST, and give this command on each of them, with --node-rank=1 on the second one.</source>
        <translation>모든 컴퓨터에서 보이는 폴더에 이 설정을 레시피로 저장하고 HOST에 첫 번째 컴퓨터의 이름을 넣은 다음, 각 컴퓨터에서 이 명령을 실행하십시오. 두 번째 컴퓨터에서는 --node-rank=1로 바꿉니다.</translation>
    </message>
    <message>
        <source>Command line for several computers</source>
        <translation>여러 컴퓨터에서 실행할 명령</translation>
    </message>
    <message>
        <source>Runs the same training on several computers, which share every batch.</source>
        <translation>여러 컴퓨터가 배치를 나누어 같은 학습을 진행합니다.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Puts the command line on the clipboard.</source>
        <translation>명령을 클립보드에 복사합니다.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Something went wrong that Color Studio did not expect. Your scans are safe.</source>
        <translation>예상하지 못한 문제가 생겼습니다. 스캔 파일은 안전합니다.</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>로그 보기</translation>
    </message>
    <message>
        <source>An export is still running. Stop it and close?</source>
        <translation>아직 내보내는 중입니다. 중단하고 닫을까요?</translation>
    </message>
</context>
<context>
    <name>MaskFeature</name>
    <message>
        <source>Mask gradient</source>
        <translation>마스크 그라데이션</translation>
    </message>
    <message>
        <source>Erase colour</source>
        <translation>색 지우기</translation>
    </message>
    <message>
        <source>Paint colour in</source>
        <translation>색 칠하기</translation>
    </message>
    <message>
        <source>Colour everywhere</source>
        <translation>전체에 색</translation>
    </message>
    <message>
        <source>Colour nowhere</source>
        <translation>색 없음</translation>
    </message>
    <message>
        <source>Snap mask to the scan</source>
        <translation>마스크를 스캔 윤곽에 맞추기</translation>
    </message>
</context>
<context>
    <name>MaskPanel</name>
    <message>
        <source>Mask</source>
        <translation>마스크</translation>
    </message>
    <message>
        <source>Where colour applies, and how strongly: paint over what should stay grey.</source>
        <translation>색을 어디에 얼마나 입힐지 정합니다. 흑백으로 남길 곳을 칠하십시오.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Width of the brush; the keys [ and ] change it.</source>
        <translation>브러시의 너비입니다. [ 와 ] 키로 바꿉니다.</translation>
    </message>
    <message>
        <source>Feathering</source>
        <translation>가장자리 흐림</translation>
    </message>
    <message>
        <source>How softly a stroke ends: 0 % cuts, 100 % fades from the middle; Shift+[ and Shift+].</source>
        <translation>획의 가장자리가 흐려지는 정도입니다. 0 %는 뚜렷하게, 100 %는 가운데부터 흐려집니다. Shift+[ 와 Shift+] 키로 바꿉니다.</translation>
    </message>
    <message>
        <source>Strength</source>
        <translation>강도</translation>
    </message>
    <message>
        <source>How much of the colour the brush brings, or the eraser takes.</source>
        <translation>브러시가 입히거나 지우개가 없애는 색의 양입니다.</translation>
    </message>
    <message>
        <source>Start from</source>
        <translation>시작 상태</translation>
    </message>
    <message>
        <source>Colour everywhere</source>
        <translation>전체에 색</translation>
    </message>
    <message>
        <source>Colour nowhere</source>
        <translation>색 없음</translation>
    </message>
    <message>
        <source>What holds where nothing was painted: erase from colour, or paint it in.</source>
        <translation>칠하지 않은 곳의 상태입니다. 색을 지워 나가거나 입혀 나갑니다.</translation>
    </message>
    <message>
        <source>Snap edges to the scan</source>
        <translation>스캔의 윤곽에 맞추기</translation>
    </message>
    <message>
        <source>The mask&apos;s edges follow those of the light and dark in the scan.</source>
        <translation>마스크의 가장자리가 스캔의 명암 경계를 따라갑니다.</translation>
    </message>
    <message>
        <source>Show what stays grey</source>
        <translation>흑백으로 남는 곳 표시</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>브러시</translation>
    </message>
    <message>
        <source>Paints colour in; Alt or the right button erases, Shift-click draws a straight line.</source>
        <translation>색을 입힙니다. Alt나 오른쪽 버튼은 지우고, Shift+클릭은 직선을 긋습니다.</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>지우개</translation>
    </message>
    <message>
        <source>Paints the scan grey; Alt or the right button paints colour in, X takes the brush.</source>
        <translation>흑백으로 만듭니다. Alt나 오른쪽 버튼은 색을 입히고, X를 누르면 브러시로 바뀝니다.</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>그라데이션</translation>
    </message>
    <message>
        <source>Drag from where colour changes to where it stays; Alt or the right button reverses it.</source>
        <translation>색이 바뀔 곳에서 그대로 둘 곳까지 끕니다. Alt나 오른쪽 버튼은 반대로 합니다.</translation>
    </message>
    <message>
        <source>Drag across the scan, from where colour changes to where it stays.</source>
        <translation>색이 바뀔 곳에서 그대로 남을 곳까지 스캔 위를 끄십시오.</translation>
    </message>
    <message>
        <source>Colour is everywhere: erase it where the scan should stay grey.</source>
        <translation>전체에 색이 있습니다. 흑백으로 남길 곳을 지우십시오.</translation>
    </message>
    <message>
        <source>Colour is nowhere: paint it in where it belongs.</source>
        <translation>색이 없습니다. 색을 입힐 곳을 칠하십시오.</translation>
    </message>
</context>
<context>
    <name>MastersDialog</name>
    <message>
        <source>Missing and changed scans</source>
        <translation>없어지거나 바뀐 스캔</translation>
    </message>
    <message>
        <source>Scans that are missing or have changed</source>
        <translation>없어지거나 바뀐 스캔</translation>
    </message>
    <message>
        <source>Scan</source>
        <translation>스캔</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Looked for in</source>
        <translation>찾은 위치</translation>
    </message>
    <message>
        <source>&amp;Find this file…</source>
        <translation>이 파일 찾기(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose the scan; others that were moved with it are found along the way.</source>
        <translation>스캔을 선택하세요. 함께 옮긴 다른 스캔도 같이 찾습니다.</translation>
    </message>
    <message>
        <source>&amp;Search a folder…</source>
        <translation>폴더에서 찾기(&amp;S)…</translation>
    </message>
    <message>
        <source>Looks for all scans of the list in a folder and in the folders in it.</source>
        <translation>목록의 모든 스캔을 폴더와 그 안의 폴더에서 찾습니다.</translation>
    </message>
    <message>
        <source>&amp;Use it as it is</source>
        <translation>그대로 사용(&amp;U)</translation>
    </message>
    <message>
        <source>Takes the changed file for the master from now on.</source>
        <translation>바뀐 파일을 앞으로 원본으로 삼습니다.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>바뀜</translation>
    </message>
    <message>
        <source>All scans of the project are there.</source>
        <translation>프로젝트의 스캔이 모두 있습니다.</translation>
    </message>
    <message>
        <source>Find {name}</source>
        <translation>{name} 찾기</translation>
    </message>
    <message>
        <source>Search a folder</source>
        <translation>폴더에서 찾기</translation>
    </message>
    <message>
        <source>Nothing was found there that has the content of these scans.</source>
        <translation>이 스캔들과 내용이 같은 파일을 그곳에서 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>Found: {count}</source>
        <translation>찾음: {count}</translation>
    </message>
    <message>
        <source>{name} has another content than the scan of the project. Hints and masks may lie elsewhere in it. Use it all the same?</source>
        <translation>{name}: 프로젝트의 스캔과 내용이 다릅니다. 힌트와 마스크가 어긋날 수 있습니다. 그래도 사용하시겠습니까?</translation>
    </message>
    <message>
        <source>Reading and comparing…</source>
        <translation>읽고 비교하는 중…</translation>
    </message>
    <message>
        <source>The rest of the project is open. What was done to these scans is kept until they are found.</source>
        <translation>프로젝트의 나머지는 열렸습니다. 이 스캔들의 작업 내용은 찾을 때까지 보관합니다.</translation>
    </message>
</context>
<context>
    <name>MastersFeature</name>
    <message>
        <source>Find…</source>
        <translation>찾기…</translation>
    </message>
    <message>
        <source>Decide…</source>
        <translation>결정…</translation>
    </message>
    <message>
        <source>{name} is not where it was; the rest of the project is open.</source>
        <translation>{name}: 제자리에 없습니다. 프로젝트의 나머지는 열렸습니다.</translation>
    </message>
    <message>
        <source>{count} scans are not where they were; the rest of the project is open.</source>
        <translation>스캔 {count}개가 제자리에 없습니다. 프로젝트의 나머지는 열렸습니다.</translation>
    </message>
    <message>
        <source>{name} has changed since the project was saved; hints and masks may lie elsewhere.</source>
        <translation>{name}: 프로젝트를 저장한 뒤 내용이 바뀌었습니다. 힌트와 마스크가 어긋날 수 있습니다.</translation>
    </message>
    <message>
        <source>{count} scans have changed since the project was saved.</source>
        <translation>프로젝트를 저장한 뒤 스캔 {count}개의 내용이 바뀌었습니다.</translation>
    </message>
</context>
<context>
    <name>MeasuresTable</name>
    <message>
        <source>no colour</source>
        <translation>무채색</translation>
    </message>
</context>
<context>
    <name>MiniMap</name>
    <message>
        <source>Overview map</source>
        <translation>전체 보기 지도</translation>
    </message>
    <message>
        <source>Click or drag to move what is seen</source>
        <translation>누르거나 끌어서 보이는 곳을 옮깁니다</translation>
    </message>
</context>
<context>
    <name>ModelCard</name>
    <message>
        <source>Licence: {name}</source>
        <translation>라이선스: {name}</translation>
    </message>
    <message>
        <source>What it does badly</source>
        <translation>잘하지 못하는 것</translation>
    </message>
    <message>
        <source>How good it is</source>
        <translation>성능</translation>
    </message>
    <message>
        <source>How good it is, on {count} pictures that it never saw</source>
        <translation>성능: 학습에 쓰지 않은 {count}장으로 측정</translation>
    </message>
    <message>
        <source>This model</source>
        <translation>이 모델</translation>
    </message>
    <message>
        <source>Without colour</source>
        <translation>색 없음</translation>
    </message>
    <message>
        <source>True colours</source>
        <translation>실제 색</translation>
    </message>
    <message>
        <source>What it learned from</source>
        <translation>학습한 자료</translation>
    </message>
    <message>
        <source>How it was trained</source>
        <translation>학습 과정</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>파일 크기</translation>
    </message>
    <message>
        <source>The file</source>
        <translation>파일</translation>
    </message>
</context>
<context>
    <name>ModelList</name>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Choose a model to see its card.</source>
        <translation>모델을 선택하면 정보가 보입니다.</translation>
    </message>
    <message>
        <source>New scans begin with this model.</source>
        <translation>새 스캔은 이 모델로 시작합니다.</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>No model is installed.</source>
        <translation>설치된 모델이 없습니다.</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>가져오기…</translation>
    </message>
    <message>
        <source>Takes in a model pack, or a checkpoint of pix2pix.</source>
        <translation>모델 팩이나 pix2pix 체크포인트를 가져옵니다.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Colours the open scan with every model.</source>
        <translation>열려 있는 스캔을 모든 모델로 채색해 비교합니다.</translation>
    </message>
    <message>
        <source>Use for the open scan</source>
        <translation>열린 스캔에 사용</translation>
    </message>
    <message>
        <source>Colours the open scan with it; it can be undone.</source>
        <translation>열려 있는 스캔을 이 모델로 채색합니다. 실행 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Use for new scans</source>
        <translation>새 스캔에 사용</translation>
    </message>
    <message>
        <source>Scans that are opened from now on begin with it.</source>
        <translation>지금부터 여는 스캔은 이 모델로 시작합니다.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>내보내기…</translation>
    </message>
    <message>
        <source>Writes the model as one file, to give it to others.</source>
        <translation>다른 사람에게 줄 수 있도록 모델을 파일 하나로 저장합니다.</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>제거…</translation>
    </message>
    <message>
        <source>Moves the model to the trash; only your own can be removed.</source>
        <translation>모델을 휴지통으로 옮깁니다. 사용자 모델만 제거할 수 있습니다.</translation>
    </message>
    <message>
        <source>Change model or render size</source>
        <translation>모델 또는 렌더 크기 변경</translation>
    </message>
    <message>
        <source>Models and checkpoints</source>
        <translation>모델과 체크포인트</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>모델 가져오기</translation>
    </message>
    <message>
        <source>“{name}” is in the library.</source>
        <translation>“{name}” 모델을 모델 목록에 추가했습니다.</translation>
    </message>
    <message>
        <source>Model packs</source>
        <translation>모델 팩</translation>
    </message>
    <message>
        <source>Export the model</source>
        <translation>모델 내보내기</translation>
    </message>
    <message>
        <source>The model was written to {path}.</source>
        <translation>모델을 {path}에 저장했습니다.</translation>
    </message>
    <message>
        <source>Remove the model</source>
        <translation>모델 제거</translation>
    </message>
    <message>
        <source>Move “{name}” to the trash?</source>
        <translation>“{name}” 모델을 휴지통으로 옮기시겠습니까?</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>휴지통으로 옮기기</translation>
    </message>
    <message>
        <source>No open scan uses it. It can be taken back from the trash.</source>
        <translation>이 모델을 쓰는 열린 스캔이 없습니다. 휴지통에서 되돌릴 수 있습니다.</translation>
    </message>
    <message>
        <source>These open scans use it: {names}. They cannot be coloured anew with it after that.</source>
        <translation>열려 있는 다음 스캔이 이 모델을 씁니다: {names}. 옮기고 나면 이 모델로 다시 채색할 수 없습니다.</translation>
    </message>
    <message>
        <source>“{name}” is in the trash.</source>
        <translation>“{name}” 모델을 휴지통으로 옮겼습니다.</translation>
    </message>
</context>
<context>
    <name>MonitorPage</name>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>그래프</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Choose a training at the left, or begin a new one.</source>
        <translation>왼쪽에서 학습을 선택하거나 새로 시작하십시오.</translation>
    </message>
</context>
<context>
    <name>PaceChoice</name>
    <message>
        <source>Pace</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>Use the whole computer: for the night and the weekend</source>
        <translation>컴퓨터 전체 사용: 밤이나 주말에 알맞습니다</translation>
    </message>
    <message>
        <source>The shortest time; other programs may become slow.</source>
        <translation>시간이 가장 짧게 걸리지만 다른 프로그램이 느려질 수 있습니다.</translation>
    </message>
    <message>
        <source>Leave room for other work: takes half of the processor</source>
        <translation>다른 작업을 위해 여유 두기: 프로세서의 절반만 사용합니다</translation>
    </message>
    <message>
        <source>The computer stays usable; the training takes longer.</source>
        <translation>컴퓨터를 계속 쓸 수 있지만 학습이 더 오래 걸립니다.</translation>
    </message>
</context>
<context>
    <name>PagePicker</name>
    <message>
        <source>All pages of this file, to choose one</source>
        <translation>이 파일의 모든 쪽을 보고 고릅니다</translation>
    </message>
    <message>
        <source>Page {page} of {pages}</source>
        <translation>{pages}쪽 중 {page}쪽</translation>
    </message>
</context>
<context>
    <name>PageSheet</name>
    <message>
        <source>Pages</source>
        <translation>쪽</translation>
    </message>
</context>
<context>
    <name>PaletteFeature</name>
    <message>
        <source>Take the colours of {name}</source>
        <translation>{name}의 색 가져오기</translation>
    </message>
    <message>
        <source>Photographs and scans</source>
        <translation>사진과 스캔</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>모든 파일</translation>
    </message>
    <message>
        <source>Take the colours of a photograph</source>
        <translation>사진의 색 가져오기</translation>
    </message>
    <message>
        <source>Reference palette</source>
        <translation>참고 사진의 색</translation>
    </message>
    <message>
        <source>Remove reference palette</source>
        <translation>참고 사진의 색 없애기</translation>
    </message>
</context>
<context>
    <name>PalettePanel</name>
    <message>
        <source>Reference palette</source>
        <translation>참고 사진의 색</translation>
    </message>
    <message>
        <source>Lends the scan the colours of a colour photograph, by light and dark and by place.</source>
        <translation>컬러 사진의 색을 명암과 위치에 따라 스캔에 입힙니다.</translation>
    </message>
    <message>
        <source>From a photograph…</source>
        <translation>사진에서 가져오기…</translation>
    </message>
    <message>
        <source>Takes the colours of a photograph of the same place, time or collection; or drop it here.</source>
        <translation>같은 장소나 시대, 같은 소장품 사진의 색을 가져옵니다. 여기에 끌어다 놓아도 됩니다.</translation>
    </message>
    <message>
        <source>From an open scan</source>
        <translation>열린 스캔에서 가져오기</translation>
    </message>
    <message>
        <source>Takes the colours of another scan of the strip, as they are now.</source>
        <translation>목록에 있는 다른 스캔의 현재 색을 가져옵니다.</translation>
    </message>
    <message>
        <source>Back to the model&apos;s own colours.</source>
        <translation>모델이 예측한 색으로 돌아갑니다.</translation>
    </message>
    <message>
        <source>Remove the reference palette</source>
        <translation>참고 사진의 색 없애기</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>적용량</translation>
    </message>
    <message>
        <source>How far the scan&apos;s colours move to those of the reference.</source>
        <translation>스캔의 색을 참고 사진의 색에 얼마나 가깝게 할지 정합니다.</translation>
    </message>
    <message>
        <source>By place</source>
        <translation>위치 반영</translation>
    </message>
    <message>
        <source>How much the height in the picture counts: a sky lends its blue to a sky, not to a wall.</source>
        <translation>그림 속 높이를 얼마나 따를지 정합니다. 하늘의 파랑은 벽이 아니라 하늘로 갑니다.</translation>
    </message>
    <message>
        <source>Open another scan first</source>
        <translation>먼저 다른 스캔을 여십시오</translation>
    </message>
    <message>
        <source>Colours of the reference {name}</source>
        <translation>참고 사진 {name}의 색</translation>
    </message>
    <message>
        <source>Dark to light; the rows are the top, the middle and the bottom of the reference.</source>
        <translation>어두운 색에서 밝은 색 순서입니다. 줄은 참고 사진의 위, 가운데, 아래입니다.</translation>
    </message>
    <message>
        <source>Let go to take the colours of this photograph.</source>
        <translation>놓으면 이 사진의 색을 가져옵니다.</translation>
    </message>
    <message>
        <source>Reading {name}…</source>
        <translation>{name} 읽는 중…</translation>
    </message>
    <message>
        <source>Take the colours of a photograph of the same place, time or collection.</source>
        <translation>같은 장소나 시대, 같은 소장품 사진의 색을 가져오십시오.</translation>
    </message>
</context>
<context>
    <name>PasteDialog</name>
    <message>
        <source>Paste settings</source>
        <translation>설정 붙여넣기</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>붙여넣기</translation>
    </message>
    <message>
        <source>&amp;Adjustments</source>
        <translation>조정(&amp;A)</translation>
    </message>
    <message>
        <source>All sliders of the section Adjust.</source>
        <translation>조정 영역의 모든 슬라이더입니다.</translation>
    </message>
    <message>
        <source>&amp;Palette</source>
        <translation>팔레트(&amp;P)</translation>
    </message>
    <message>
        <source>The colours of the reference photograph.</source>
        <translation>참고 사진의 색입니다.</translation>
    </message>
    <message>
        <source>&amp;Fading of guesses</source>
        <translation>추측 흐리기(&amp;F)</translation>
    </message>
    <message>
        <source>From where on uncertain areas fade to grey.</source>
        <translation>불확실한 곳이 회색으로 흐려지기 시작하는 값입니다.</translation>
    </message>
    <message>
        <source>&amp;Model and render size</source>
        <translation>모델과 렌더 크기(&amp;M)</translation>
    </message>
    <message>
        <source>Each scan is coloured anew when it is shown.</source>
        <translation>각 스캔은 표시될 때 다시 채색됩니다.</translation>
    </message>
    <message>
        <source>Mas&amp;k</source>
        <translation>마스크(&amp;K)</translation>
    </message>
    <message>
        <source>At the same place of the picture: for scans framed alike.</source>
        <translation>사진의 같은 자리에 적용합니다. 구도가 같은 스캔에 알맞습니다.</translation>
    </message>
    <message>
        <source>&amp;Hints</source>
        <translation>힌트(&amp;H)</translation>
    </message>
    <message>
        <source>At the same places of the picture, with their evidence: for scans framed alike.</source>
        <translation>사진의 같은 자리에 근거와 함께 적용합니다. 구도가 같은 스캔에 알맞습니다.</translation>
    </message>
    <message>
        <source>The scan that is &amp;shown</source>
        <translation>표시된 스캔(&amp;S)</translation>
    </message>
    <message>
        <source>The {count} scans that are se&amp;lected</source>
        <translation>선택한 스캔 {count}개(&amp;L)</translation>
    </message>
    <message>
        <source>All {count} &amp;open scans</source>
        <translation>열린 스캔 {count}개 모두(&amp;O)</translation>
    </message>
    <message>
        <source>What is pasted</source>
        <translation>붙여넣을 항목</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>붙여넣을 곳</translation>
    </message>
</context>
<context>
    <name>PasteFeature</name>
    <message>
        <source>Pasted {time}</source>
        <translation>붙여넣음 {time}</translation>
    </message>
    <message>
        <source>There is no picture and no file on the clipboard.</source>
        <translation>클립보드에 그림이나 파일이 없습니다.</translation>
    </message>
    <message>
        <source>The picture was stored as {name}; that file is its master now.</source>
        <translation>그림을 {name}(으)로 저장했습니다. 이제 이 파일이 원본입니다.</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
</context>
<context>
    <name>PicturesStep</name>
    <message>
        <source>Which colour pictures shall the model learn from?</source>
        <translation>모델이 어떤 컬러 사진에서 배우게 하시겠습니까?</translation>
    </message>
    <message>
        <source>Colour slides, prints or plates that are like the black-and-white pictures you want to colour. From 200 pictures on it is worth a night; more rolls and books teach more than more of the same.</source>
        <translation>채색하려는 흑백 사진과 비슷한 컬러 슬라이드, 인화 사진, 도판이 알맞습니다. 200장부터는 하룻밤을 들일 만합니다. 비슷한 사진을 늘리기보다 여러 필름과 책에서 고르는 편이 낫습니다.</translation>
    </message>
    <message>
        <source>Drop folders here</source>
        <translation>폴더를 여기에 놓으십시오</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>폴더 선택…</translation>
    </message>
    <message>
        <source>Adds a folder; the folders inside it are looked through as well.</source>
        <translation>폴더를 더합니다. 그 안의 폴더도 함께 살펴봅니다.</translation>
    </message>
    <message>
        <source>Folders</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Folders with pictures</source>
        <translation>사진이 있는 폴더</translation>
    </message>
    <message>
        <source>The folders that the model learns from; Del takes one out of the list.</source>
        <translation>모델이 배울 폴더입니다. Del 키를 누르면 목록에서 뺍니다.</translation>
    </message>
    <message>
        <source>Take out of the list</source>
        <translation>목록에서 빼기</translation>
    </message>
    <message>
        <source>The folder itself and its pictures stay as they are.</source>
        <translation>폴더와 그 안의 사진은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>Colour pictures alone are enough: their grey is computed. Pairs of a colour and a black-and-white picture are found by their names, and so is the layout of Victorian400. Your files are never changed.</source>
        <translation>컬러 사진만 있으면 됩니다. 흑백은 계산해서 만듭니다. 컬러와 흑백이 짝을 이룬 사진은 이름으로 찾아내며 Victorian400의 폴더 구성도 알아봅니다. 파일은 절대 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Folder with colour pictures</source>
        <translation>컬러 사진이 있는 폴더</translation>
    </message>
</context>
<context>
    <name>PresetBar</name>
    <message>
        <source>Preset</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Sets all adjustments at once; change them afterwards as you like.</source>
        <translation>모든 조정 값을 한 번에 정합니다. 그 뒤에 자유롭게 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Own settings</source>
        <translation>직접 설정</translation>
    </message>
    <message>
        <source>Save or delete a preset</source>
        <translation>프리셋 저장 또는 삭제</translation>
    </message>
    <message>
        <source>&amp;Save as preset…</source>
        <translation>프리셋으로 저장(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Delete preset</source>
        <translation>프리셋 삭제(&amp;D)</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Preset: {name}</source>
        <translation>프리셋: {name}</translation>
    </message>
    <message>
        <source>Save as preset</source>
        <translation>프리셋으로 저장</translation>
    </message>
    <message>
        <source>Name of the preset</source>
        <translation>프리셋 이름</translation>
    </message>
    <message>
        <source>There is a preset named {name}. Replace it?</source>
        <translation>{name} 프리셋이 이미 있습니다. 바꾸시겠습니까?</translation>
    </message>
</context>
<context>
    <name>ProjectsFeature</name>
    <message>
        <source>Project</source>
        <translation>프로젝트</translation>
    </message>
    <message>
        <source>{name} was not opened: one project is open at a time.</source>
        <translation>{name}: 열지 않았습니다. 프로젝트는 한 번에 하나만 열립니다.</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name}: 저장했습니다.</translation>
    </message>
    <message>
        <source>The project was made with {models}, which is not here in that form; its colours may differ.</source>
        <translation>프로젝트를 만든 모델({models})이 이 컴퓨터에 똑같이 있지 않습니다. 색이 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>Closed {name}; what you did to it is not saved.</source>
        <translation>{name}: 닫았습니다. 작업 내용은 저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>다시 열기</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Studio</source>
        <translation>스튜디오</translation>
    </message>
    <message>
        <source>Colour scans one by one.</source>
        <translation>스캔에 하나씩 색을 입힙니다.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Teach a model the colours of a collection.</source>
        <translation>소장 자료의 색을 모델에 가르칩니다.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>What the models were trained on and can do.</source>
        <translation>모델이 무엇으로 학습했고 무엇을 할 수 있는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Language, appearance, and what new scans begin with.</source>
        <translation>언어와 모양, 새 스캔의 기본값을 정합니다.</translation>
    </message>
</context>
<context>
    <name>ReportsFeature</name>
    <message>
        <source>Saving the project…</source>
        <translation>프로젝트 저장 중…</translation>
    </message>
    <message>
        <source>Exported {name}.</source>
        <translation>내보내기를 마쳤습니다: {name}</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>폴더에서 보기</translation>
    </message>
    <message>
        <source>Exporting… {percent} %</source>
        <translation>내보내는 중… {percent} %</translation>
    </message>
</context>
<context>
    <name>RunHeader</name>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Save the work and free the computer until you resume</source>
        <translation>작업을 저장하고, 다시 시작할 때까지 컴퓨터를 비워 둡니다</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>Go on where it was paused</source>
        <translation>멈춘 곳에서 이어서 학습합니다</translation>
    </message>
    <message>
        <source>Sample now</source>
        <translation>지금 예시 만들기</translation>
    </message>
    <message>
        <source>Colour the sample pictures with the model as it is now</source>
        <translation>현재 상태의 모델로 예시 사진에 색을 입힙니다</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Save the work and end; it can be resumed later</source>
        <translation>작업을 저장하고 끝냅니다. 나중에 이어서 할 수 있습니다</translation>
    </message>
    <message>
        <source>Go on from what was saved last</source>
        <translation>마지막으로 저장된 곳에서 이어서 학습합니다</translation>
    </message>
    <message>
        <source>See the result</source>
        <translation>결과 보기</translation>
    </message>
    <message>
        <source>Compare the new model with the one it began with</source>
        <translation>새 모델을 시작할 때의 모델과 비교합니다</translation>
    </message>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
    <message>
        <source>Stop now, without saving…</source>
        <translation>저장하지 않고 바로 중지…</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>TensorBoard…</source>
        <translation>TensorBoard(텐서보드)…</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>학습 진행률</translation>
    </message>
    <message>
        <source>This takes unusually long; if it is stuck, the menu at the right can stop it now.</source>
        <translation>평소보다 오래 걸립니다. 멈춘 것 같으면 오른쪽 메뉴에서 바로 중지할 수 있습니다.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>중지하는 중…</translation>
    </message>
    <message>
        <source>Stopping: the step that is being made is finished, and the work is saved.</source>
        <translation>중지하는 중입니다. 진행 중인 단계를 마치고 작업을 저장합니다.</translation>
    </message>
    <message>
        <source>Pausing: the step that is being made is finished, and the work is saved.</source>
        <translation>일시 정지하는 중입니다. 진행 중인 단계를 마치고 작업을 저장합니다.</translation>
    </message>
    <message>
        <source>Resuming…</source>
        <translation>다시 시작하는 중…</translation>
    </message>
</context>
<context>
    <name>RunsList</name>
    <message>
        <source>New training…</source>
        <translation>새 학습…</translation>
    </message>
    <message>
        <source>Teach a model the colours of a collection, step by step.</source>
        <translation>소장 자료의 색을 모델에 차근차근 가르칩니다.</translation>
    </message>
    <message>
        <source>There is no training yet. It takes some pictures and four questions.</source>
        <translation>아직 학습이 없습니다. 사진 몇 장과 네 가지 질문이면 됩니다.</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>학습 목록</translation>
    </message>
    <message>
        <source>The trainings, newest first; a right click offers what can be done with one.</source>
        <translation>최근 것부터 보여 주는 학습 목록입니다. 마우스 오른쪽 단추를 누르면 할 수 있는 일이 나타납니다.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>Goes on from the newest checkpoint.</source>
        <translation>가장 최근의 체크포인트에서 이어 갑니다.</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>폴더 열기</translation>
    </message>
    <message>
        <source>Opens the folder of the training in the file manager.</source>
        <translation>학습 폴더를 파일 관리자에서 엽니다.</translation>
    </message>
    <message>
        <source>Move to the trash…</source>
        <translation>휴지통으로 옮기기…</translation>
    </message>
    <message>
        <source>Removes the training with its checkpoints and samples.</source>
        <translation>학습과 체크포인트, 예시 사진을 삭제합니다.</translation>
    </message>
    <message>
        <source>Move the training “{name}” with its checkpoints and samples to the trash?</source>
        <translation>학습 “{name}”을(를) 체크포인트, 예시 사진과 함께 휴지통으로 옮기시겠습니까?</translation>
    </message>
</context>
<context>
    <name>SampleView</name>
    <message>
        <source>Sample pictures</source>
        <translation>예시 사진</translation>
    </message>
    <message>
        <source>Left and right go through time, space plays it</source>
        <translation>왼쪽·오른쪽 키로 시점을 옮기고 스페이스 키로 재생합니다</translation>
    </message>
    <message>
        <source>Point in time of the samples</source>
        <translation>예시 사진의 시점</translation>
    </message>
    <message>
        <source>Go back to what the model made earlier, and forth again</source>
        <translation>모델이 이전에 만든 결과로 되돌아가거나 다시 앞으로 옮깁니다</translation>
    </message>
    <message>
        <source>Earlier sample</source>
        <translation>이전 예시</translation>
    </message>
    <message>
        <source>Later sample</source>
        <translation>다음 예시</translation>
    </message>
    <message>
        <source>Show how the pictures changed, from the first sample to the last</source>
        <translation>첫 예시부터 마지막 예시까지 사진이 변한 과정을 보여 줍니다</translation>
    </message>
    <message>
        <source>As soon as the model has coloured the sample pictures for the first time, they are shown here.</source>
        <translation>모델이 예시 사진에 처음으로 색을 입히면 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>Without colour</source>
        <translation>색 없음</translation>
    </message>
    <message>
        <source>Model at the start</source>
        <translation>시작할 때의 모델</translation>
    </message>
    <message>
        <source>Model in training</source>
        <translation>학습 중인 모델</translation>
    </message>
    <message>
        <source>True colours</source>
        <translation>실제 색</translation>
    </message>
    <message>
        <source>After step {step} (newest)</source>
        <translation>{step}단계 후(최신)</translation>
    </message>
    <message>
        <source>After step {step}</source>
        <translation>{step}단계 후</translation>
    </message>
</context>
<context>
    <name>ScanStrip</name>
    <message>
        <source>Open scans</source>
        <translation>열린 스캔</translation>
    </message>
    <message>
        <source>The scans that are open; drag one out to take its result to another program.</source>
        <translation>열려 있는 스캔입니다. 밖으로 끌면 결과를 다른 프로그램으로 가져갑니다.</translation>
    </message>
</context>
<context>
    <name>SeriesDialog</name>
    <message>
        <source>Apply to series</source>
        <translation>시리즈에 적용</translation>
    </message>
    <message>
        <source>What {name} has is given to these scans:</source>
        <translation>{name}의 설정을 다음 스캔에 적용합니다.</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>스캔</translation>
    </message>
    <message>
        <source>Hints ({count}), at the same places</source>
        <translation>힌트({count}개), 같은 자리에</translation>
    </message>
    <message>
        <source>Hints that a scan has already are kept.</source>
        <translation>스캔에 이미 있는 힌트는 남습니다.</translation>
    </message>
    <message>
        <source>Adjustments of the colour</source>
        <translation>색 조정</translation>
    </message>
    <message>
        <source>They take the place of the scan&apos;s own adjustments.</source>
        <translation>스캔에 있던 조정을 대신합니다.</translation>
    </message>
    <message>
        <source>Each scan can be undone by itself.</source>
        <translation>스캔마다 따로 실행을 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>적용</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>Restore defaults</source>
        <translation>기본값 복원</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>키보드 단축키</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>찾기</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} (전체 {whole})</translation>
    </message>
    <message>
        <source>{bits} bit</source>
        <translation>{bits}비트</translation>
    </message>
</context>
<context>
    <name>StepRail</name>
    <message>
        <source>Steps</source>
        <translation>진행 순서</translation>
    </message>
    <message>
        <source>Go back to a step at any time; nothing is lost.</source>
        <translation>언제든지 앞 순서로 돌아갈 수 있으며 아무것도 잃지 않습니다.</translation>
    </message>
    <message>
        <source>1  Pictures</source>
        <translation>1  사진</translation>
    </message>
    <message>
        <source>2  Check</source>
        <translation>2  검사</translation>
    </message>
    <message>
        <source>3  Goal</source>
        <translation>3  목표</translation>
    </message>
    <message>
        <source>4  Time</source>
        <translation>4  시간</translation>
    </message>
</context>
<context>
    <name>StripFeature</name>
    <message>
        <source>Only the result of a coloured scan can be dragged out; wait until it is coloured.</source>
        <translation>채색된 스캔의 결과만 끌어낼 수 있습니다. 채색이 끝날 때까지 기다리십시오.</translation>
    </message>
</context>
<context>
    <name>SwatchRows</name>
    <message>
        <source>Suggested by the model</source>
        <translation>모델의 제안</translation>
    </message>
    <message>
        <source>Colours that the model&apos;s variations give this place.</source>
        <translation>모델의 채색안들이 이 자리에 내놓는 색입니다.</translation>
    </message>
    <message>
        <source>Used before</source>
        <translation>최근에 쓴 색</translation>
    </message>
    <message>
        <source>The model is looking at this place…</source>
        <translation>모델이 이 자리를 살펴보고 있습니다…</translation>
    </message>
</context>
<context>
    <name>TimeStep</name>
    <message>
        <source>Progress of the timing</source>
        <translation>시간 측정 진행 상황</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>길이</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>More steps learn more, up to a point; the measuring on the way tells when it is enough.</source>
        <translation>단계가 많을수록 어느 정도까지는 더 배웁니다. 도중의 측정 결과로 충분한지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Length in steps</source>
        <translation>단계 수로 나타낸 길이</translation>
    </message>
    <message>
        <source>All settings…</source>
        <translation>모든 설정…</translation>
    </message>
    <message>
        <source>Every parameter of the training, explained; for those who know them.</source>
        <translation>학습의 모든 매개변수와 그 설명입니다. 잘 아는 분을 위한 것입니다.</translation>
    </message>
    <message>
        <source>Time it again</source>
        <translation>시간 다시 재기</translation>
    </message>
    <message>
        <source>Makes some steps once more, when the computer is less busy, for example.</source>
        <translation>컴퓨터가 덜 바쁠 때 등 몇 단계를 다시 진행해 봅니다.</translation>
    </message>
    <message>
        <source>The training goes on when this window is closed. Leave the computer on; if it falls asleep or is switched off, the training is not lost and can be continued.</source>
        <translation>이 창을 닫아도 학습은 계속됩니다. 컴퓨터를 켜 두십시오. 절전 상태가 되거나 꺼져도 학습은 사라지지 않으며 이어서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>As proposed</source>
        <translation>제안대로</translation>
    </message>
    <message>
        <source>The length that has proved itself for this goal.</source>
        <translation>이 목표에 알맞다고 확인된 길이입니다.</translation>
    </message>
    <message>
        <source>One hour</source>
        <translation>한 시간</translation>
    </message>
    <message>
        <source>As many steps as fit into an hour on this computer.</source>
        <translation>이 컴퓨터에서 한 시간 안에 할 수 있는 만큼 진행합니다.</translation>
    </message>
    <message>
        <source>Until 7 in the morning</source>
        <translation>아침 7시까지</translation>
    </message>
    <message>
        <source>As many steps as fit into the night.</source>
        <translation>밤사이 할 수 있는 만큼 진행합니다.</translation>
    </message>
    <message>
        <source>How long will it take? Some real steps are being timed on this computer…</source>
        <translation>얼마나 걸립니까? 이 컴퓨터에서 실제로 몇 단계를 진행해 시간을 재고 있습니다…</translation>
    </message>
    <message>
        <source>The time could not be taken.</source>
        <translation>시간을 잴 수 없었습니다.</translation>
    </message>
    <message>
        <source>{duration}: {until}</source>
        <translation>{duration}: {until}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Hold to see the original (\)</source>
        <translation>누르고 있으면 원본 보기 (\)</translation>
    </message>
    <message>
        <source>Hold to see the original</source>
        <translation>누르고 있으면 원본 보기</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>배율</translation>
    </message>
    <message>
        <source>How many pixels of the screen a pixel of the scan takes; choose another scale</source>
        <translation>스캔의 한 픽셀이 차지하는 화면 픽셀 수입니다. 다른 배율을 고를 수 있습니다.</translation>
    </message>
    <message>
        <source>Where the model runs, and which model it is</source>
        <translation>모델이 실행되는 장치와 사용 중인 모델</translation>
    </message>
</context>
<context>
    <name>TourFeature</name>
    <message>
        <source>Open a scan</source>
        <translation>스캔 열기</translation>
    </message>
    <message>
        <source>Drop scans or folders anywhere, open files here, or begin with a sample. They are coloured at once, and your files are never changed.</source>
        <translation>스캔이나 폴더를 아무 데나 끌어다 놓거나, 여기에서 파일을 열거나, 예제로 시작하세요. 바로 채색되며 원본 파일은 절대 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>See the colours, the original, or both with a line to drag. Holding the key \ shows the original for a moment.</source>
        <translation>채색 결과나 원본, 또는 선을 끌어 둘을 함께 볼 수 있습니다. \ 키를 누르고 있으면 잠시 원본이 보입니다.</translation>
    </message>
    <message>
        <source>Steer and export</source>
        <translation>조정하고 내보내기</translation>
    </message>
    <message>
        <source>Adjust the colours, set hints where you know a colour, paint where colour applies. All of it can be undone. Export writes a coloured copy that says how it was made.</source>
        <translation>색을 조정하고, 아는 색에는 힌트를 찍고, 색을 입힐 곳을 칠하세요. 모두 되돌릴 수 있습니다. 내보내기는 제작 과정을 담은 채색 사본을 만듭니다.</translation>
    </message>
    <message>
        <source>{step} of {steps}</source>
        <translation>{steps}단계 중 {step}</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>건너뛰기</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
</context>
<context>
    <name>TrainingWorkspace</name>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
</context>
<context>
    <name>TransferFeature</name>
    <message>
        <source>Copied the settings of {name}.</source>
        <translation>{name}의 설정을 복사했습니다.</translation>
    </message>
    <message>
        <source>Paste settings</source>
        <translation>설정 붙여넣기</translation>
    </message>
    <message>
        <source>Pasted settings to {name}.</source>
        <translation>{name}에 설정을 붙여넣었습니다.</translation>
    </message>
    <message>
        <source>Pasted settings to {count} scans.</source>
        <translation>스캔 {count}개에 설정을 붙여넣었습니다.</translation>
    </message>
</context>
<context>
    <name>ValueSlider</name>
    <message>
        <source>Back to {value}</source>
        <translation>{value}(으)로 되돌리기</translation>
    </message>
    <message>
        <source>Reset {name}</source>
        <translation>{name} 초기화</translation>
    </message>
</context>
<context>
    <name>VariationsFeature</name>
    <message>
        <source>Choose variation: {name}</source>
        <translation>채색안 선택: {name}</translation>
    </message>
    <message>
        <source>Variation for a region</source>
        <translation>영역에 채색안 적용</translation>
    </message>
    <message>
        <source>Soften a region&apos;s edge</source>
        <translation>영역 가장자리 부드럽게</translation>
    </message>
    <message>
        <source>Remove a region</source>
        <translation>영역 제거</translation>
    </message>
</context>
<context>
    <name>VariationsPanel</name>
    <message>
        <source>Variations</source>
        <translation>채색안</translation>
    </message>
    <message>
        <source>Other colours that the model finds plausible, for all of the picture or for a region.</source>
        <translation>모델이 그럴듯하다고 보는 다른 색을 사진 전체나 일부 영역에 씁니다.</translation>
    </message>
    <message>
        <source>Show sheet</source>
        <translation>채색안 모음 보기</translation>
    </message>
    <message>
        <source>Show sheet of variations</source>
        <translation>채색안 모음 보기</translation>
    </message>
    <message>
        <source>Regions</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>Regions that take their colours from another variation; later ones lie above.</source>
        <translation>다른 채색안의 색을 쓰는 영역입니다. 나중에 만든 영역이 위에 놓입니다.</translation>
    </message>
    <message>
        <source>Soft edge</source>
        <translation>부드러운 경계</translation>
    </message>
    <message>
        <source>How softly the region passes into the picture around it.</source>
        <translation>영역이 주변 사진으로 얼마나 부드럽게 이어지는지 정합니다.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>The region gets the colours of the picture again (Delete).</source>
        <translation>영역을 다시 사진 전체의 색으로 되돌립니다(Delete).</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>모두 제거</translation>
    </message>
    <message>
        <source>Draw around a region with the lasso to give it the colours of another variation.</source>
        <translation>올가미로 영역을 둘러 그리면 그 영역에 다른 채색안의 색을 입힐 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>VariationsSheet</name>
    <message>
        <source>Variations</source>
        <translation>채색안</translation>
    </message>
    <message>
        <source>Use for</source>
        <translation>적용 대상</translation>
    </message>
    <message>
        <source>Whole picture</source>
        <translation>사진 전체</translation>
    </message>
    <message>
        <source>The chosen variation becomes that of the picture (Enter); it can be undone.</source>
        <translation>선택한 채색안을 사진 전체에 적용합니다(Enter). 실행 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>영역</translation>
    </message>
    <message>
        <source>Draw around a region of the picture: it gets the colours of this variation.</source>
        <translation>사진의 영역을 둘러 그리면 그 영역이 이 채색안의 색을 받습니다.</translation>
    </message>
    <message>
        <source>More variations of the model.</source>
        <translation>모델의 채색안을 더 만듭니다.</translation>
    </message>
    <message>
        <source>More variations</source>
        <translation>채색안 더 보기</translation>
    </message>
    <message>
        <source>Close the sheet (Esc).</source>
        <translation>채색안 모음을 닫습니다(Esc).</translation>
    </message>
    <message>
        <source>Close the sheet</source>
        <translation>채색안 모음 닫기</translation>
    </message>
    <message>
        <source>Choose one for the region.</source>
        <translation>영역에 쓸 채색안을 고르십시오.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{total}개 중 {done}개</translation>
    </message>
</context>
<context>
    <name>VerdictBanner</name>
    <message>
        <source>Puts the model into the library: it can be used at once, also for many scans.</source>
        <translation>모델을 모델 목록에 추가합니다. 바로 쓸 수 있으며, 여러 스캔에도 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Colour the open scan with it</source>
        <translation>열린 스캔을 이 모델로 채색</translation>
    </message>
    <message>
        <source>Goes to the studio; it can be undone there.</source>
        <translation>스튜디오로 이동합니다. 그곳에서 실행 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Use it for new scans</source>
        <translation>새 스캔에 사용</translation>
    </message>
    <message>
        <source>Scans that are opened from now on begin with this model.</source>
        <translation>지금부터 여는 스캔은 이 모델로 시작합니다.</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>이 모델 사용</translation>
    </message>
    <message>
        <source>Use it all the same</source>
        <translation>그래도 사용</translation>
    </message>
    <message>
        <source>It is in the library as {name}.</source>
        <translation>모델 목록의 이름: {name}</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Drop scans, folders or a project here</source>
        <translation>스캔, 폴더 또는 프로젝트를 여기에 끌어다 놓으세요</translation>
    </message>
    <message>
        <source>Go on with</source>
        <translation>이어서 작업하기</translation>
    </message>
    <message>
        <source>TIFF, PNG, JPEG, WebP and more. Your files are never changed.</source>
        <translation>TIFF, PNG, JPEG, WebP 등을 열 수 있습니다. 원본 파일은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Or begin with a sample scan</source>
        <translation>또는 예제 스캔으로 시작해 보세요</translation>
    </message>
    <message>
        <source>Sample scan {name}</source>
        <translation>예제 스캔 {name}</translation>
    </message>
</context>
<context>
    <name>WizardPage</name>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Leaves the wizard; nothing is started.</source>
        <translation>마법사를 나갑니다. 아무것도 시작하지 않습니다.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>뒤로</translation>
    </message>
    <message>
        <source>To the step before; what you answered is kept.</source>
        <translation>앞 순서로 갑니다. 답한 내용은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>A training learns from folders: drop the folder that holds {name} instead.</source>
        <translation>학습은 폴더 단위로 합니다. {name} 대신 그것이 들어 있는 폴더를 놓으십시오.</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>학습 시작</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Starts the training; this window may be closed meanwhile.</source>
        <translation>학습을 시작합니다. 그동안 이 창을 닫아도 됩니다.</translation>
    </message>
    <message>
        <source>To the next question.</source>
        <translation>다음 질문으로 갑니다.</translation>
    </message>
</context>
<context>
    <name>_Hash</name>
    <message>
        <source>Copy the hash</source>
        <translation>해시 복사</translation>
    </message>
    <message>
        <source>Copies the hash, to compare it with that of whoever made the model.</source>
        <translation>해시를 복사합니다. 모델을 만든 사람이 알려 준 해시와 비교하십시오.</translation>
    </message>
</context>
<context>
    <name>_MessageRow</name>
    <message>
        <source>Dismiss</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>_PickView</name>
    <message>
        <source>Picture to take a colour from</source>
        <translation>색을 가져올 사진</translation>
    </message>
</context>
<context>
    <name>_Tile</name>
    <message>
        <source>Colours the open scan with this model; it can be undone in the studio.</source>
        <translation>열려 있는 스캔을 이 모델로 채색합니다. 스튜디오에서 실행 취소할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>&amp;Open…</source>
        <translation>열기(&amp;O)…</translation>
    </message>
    <message>
        <source>Opens scans; files and folders can also be dropped anywhere in the window.</source>
        <translation>스캔을 엽니다. 파일이나 폴더를 창 어디에나 끌어다 놓아도 됩니다.</translation>
    </message>
    <message>
        <source>&amp;Recent scans</source>
        <translation>최근 스캔(&amp;R)</translation>
    </message>
    <message>
        <source>Recent pro&amp;jects</source>
        <translation>최근 프로젝트(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Clear this list</source>
        <translation>목록 지우기(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste as a scan</source>
        <translation>스캔으로 붙여넣기(&amp;P)</translation>
    </message>
    <message>
        <source>Opens the picture or the files that are on the clipboard.</source>
        <translation>클립보드에 있는 그림이나 파일을 엽니다.</translation>
    </message>
    <message>
        <source>&amp;New project</source>
        <translation>새 프로젝트(&amp;N)</translation>
    </message>
    <message>
        <source>Closes all scans and begins afresh; unsaved changes are asked about.</source>
        <translation>모든 스캔을 닫고 새로 시작합니다. 저장하지 않은 변경 사항은 먼저 묻습니다.</translation>
    </message>
    <message>
        <source>Open pro&amp;ject…</source>
        <translation>프로젝트 열기(&amp;J)…</translation>
    </message>
    <message>
        <source>&amp;Save project</source>
        <translation>프로젝트 저장(&amp;S)</translation>
    </message>
    <message>
        <source>Keeps which scans are open and all that was done to them, in a small file.</source>
        <translation>열려 있는 스캔과 그 작업 내용을 작은 파일에 보관합니다.</translation>
    </message>
    <message>
        <source>Save project &amp;as…</source>
        <translation>다른 이름으로 프로젝트 저장(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Find missing scans…</source>
        <translation>없어진 스캔 찾기(&amp;F)…</translation>
    </message>
    <message>
        <source>Scans of this project that are not where they were, or have changed.</source>
        <translation>이 프로젝트에서 제자리에 없거나 내용이 바뀐 스캔입니다.</translation>
    </message>
    <message>
        <source>Next pa&amp;ge</source>
        <translation>다음 쪽(&amp;G)</translation>
    </message>
    <message>
        <source>Pre&amp;vious page</source>
        <translation>이전 쪽(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;First steps</source>
        <translation>처음 사용하기(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>내보내기(&amp;E)…</translation>
    </message>
    <message>
        <source>Writes the coloured scan as a new file at full size; the scan itself is never changed.</source>
        <translation>색을 입힌 스캔을 원래 크기의 새 파일로 저장합니다. 스캔 원본은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>&amp;Close scan</source>
        <translation>스캔 닫기(&amp;C)</translation>
    </message>
    <message>
        <source>Closes the scan; its file stays as it is.</source>
        <translation>스캔을 닫습니다. 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>설정(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>끝내기(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>실행 취소(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>다시 실행(&amp;R)</translation>
    </message>
    <message>
        <source>Re&amp;set adjustments</source>
        <translation>조정 초기화(&amp;S)</translation>
    </message>
    <message>
        <source>Brings back the colours as the model predicted them.</source>
        <translation>모델이 예측한 색으로 되돌립니다.</translation>
    </message>
    <message>
        <source>Rotate &amp;right</source>
        <translation>오른쪽으로 회전(&amp;R)</translation>
    </message>
    <message>
        <source>Turns the picture; hints and mask turn with it, the scan&apos;s file stays as it is.</source>
        <translation>그림을 돌립니다. 힌트와 마스크도 함께 돌고 스캔 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>Rotate &amp;left</source>
        <translation>왼쪽으로 회전(&amp;L)</translation>
    </message>
    <message>
        <source>Re&amp;colour</source>
        <translation>다시 채색(&amp;C)</translation>
    </message>
    <message>
        <source>Predicts the colours again.</source>
        <translation>색을 다시 예측합니다.</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>취소(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Put the tool away, leave full screen, cancel</source>
        <translation>도구 내려놓기, 전체 화면 끝내기, 취소(&amp;P)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>확대(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>축소(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fit in window</source>
        <translation>창에 맞추기(&amp;F)</translation>
    </message>
    <message>
        <source>The whole picture; a double click on it changes to actual pixels and back.</source>
        <translation>그림 전체를 봅니다. 그림을 두 번 클릭하면 실제 크기와 번갈아 보입니다.</translation>
    </message>
    <message>
        <source>&amp;Actual pixels</source>
        <translation>실제 픽셀 크기(&amp;A)</translation>
    </message>
    <message>
        <source>One pixel of the scan on one pixel of the screen.</source>
        <translation>스캔의 한 픽셀을 화면의 한 픽셀로 봅니다.</translation>
    </message>
    <message>
        <source>&amp;Coloured</source>
        <translation>채색(&amp;C)</translation>
    </message>
    <message>
        <source>The coloured result alone.</source>
        <translation>색을 입힌 결과만 봅니다.</translation>
    </message>
    <message>
        <source>&amp;Wipe</source>
        <translation>밀어서 비교(&amp;W)</translation>
    </message>
    <message>
        <source>A divider to drag: the scan at its left, the result at its right.</source>
        <translation>경계선을 끌어 왼쪽은 스캔, 오른쪽은 결과를 봅니다.</translation>
    </message>
    <message>
        <source>&amp;Side by side</source>
        <translation>나란히 보기(&amp;S)</translation>
    </message>
    <message>
        <source>The scan beside the result; both zoom and move together.</source>
        <translation>스캔과 결과를 나란히 봅니다. 함께 확대되고 움직입니다.</translation>
    </message>
    <message>
        <source>&amp;Original</source>
        <translation>원본(&amp;O)</translation>
    </message>
    <message>
        <source>The scan as it is; hold the backslash key to see it for a moment.</source>
        <translation>스캔 그대로 봅니다. 백슬래시(₩) 키를 누르고 있으면 잠시 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>C&amp;olour only</source>
        <translation>색만 보기(&amp;O)</translation>
    </message>
    <message>
        <source>The colour alone, at one lightness everywhere: spots and bleeding stand out.</source>
        <translation>밝기를 고르게 하고 색만 보여 줍니다. 얼룩과 번짐이 잘 보입니다.</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>전체 화면(&amp;U)</translation>
    </message>
    <message>
        <source>Picture alon&amp;e</source>
        <translation>사진만 보기(&amp;E)</translation>
    </message>
    <message>
        <source>Hides everything around the picture; Esc brings it back.</source>
        <translation>사진 주위의 모든 것을 숨깁니다. Esc를 누르면 다시 나타납니다.</translation>
    </message>
    <message>
        <source>Overview &amp;map</source>
        <translation>전체 보기 지도(&amp;M)</translation>
    </message>
    <message>
        <source>A small picture of the whole scan while you are zoomed in; drag in it to move.</source>
        <translation>확대한 동안 스캔 전체를 작게 보여 줍니다. 그 안에서 끌면 화면이 움직입니다.</translation>
    </message>
    <message>
        <source>&amp;Hand</source>
        <translation>손 도구(&amp;H)</translation>
    </message>
    <message>
        <source>Drag to move the picture, or the divider of a wipe.</source>
        <translation>끌어서 사진을 움직이거나 비교 경계선을 옮깁니다.</translation>
    </message>
    <message>
        <source>&amp;Crop</source>
        <translation>자르기(&amp;C)</translation>
    </message>
    <message>
        <source>Drag over the part to export; with Shift the shape is kept, Enter applies it.</source>
        <translation>내보낼 부분을 끌어서 정합니다. Shift를 누르면 비율이 유지되고 Enter를 누르면 적용됩니다.</translation>
    </message>
    <message>
        <source>Colour &amp;hint</source>
        <translation>색 힌트(&amp;H)</translation>
    </message>
    <message>
        <source>Click where you know a colour, or draw along it; the model colours around it.</source>
        <translation>색을 아는 곳을 클릭하거나 따라 그리세요. 모델이 그 둘레를 채색합니다.</translation>
    </message>
    <message>
        <source>Eye&amp;dropper</source>
        <translation>스포이트(&amp;D)</translation>
    </message>
    <message>
        <source>Click a colour in the picture: the selected hint, or the next one, gets it.</source>
        <translation>사진에서 색을 클릭하면 선택한 힌트나 다음 힌트가 그 색을 받습니다.</translation>
    </message>
    <message>
        <source>Hide hint &amp;marks</source>
        <translation>힌트 표시 숨기기(&amp;M)</translation>
    </message>
    <message>
        <source>Hides the rings over the picture; the hints stay in force.</source>
        <translation>사진 위의 고리를 숨깁니다. 힌트는 그대로 적용됩니다.</translation>
    </message>
    <message>
        <source>&amp;Add hint in the middle</source>
        <translation>가운데에 힌트 추가(&amp;A)</translation>
    </message>
    <message>
        <source>Sets a hint in the middle of what is seen; the arrow keys move it.</source>
        <translation>보이는 부분의 가운데에 힌트를 놓습니다. 화살표 키로 옮깁니다.</translation>
    </message>
    <message>
        <source>Colour from another &amp;picture…</source>
        <translation>다른 사진에서 색 가져오기(&amp;P)…</translation>
    </message>
    <message>
        <source>Take a colour from another open scan or from a reference photograph.</source>
        <translation>열려 있는 다른 스캔이나 참고 사진에서 색을 가져옵니다.</translation>
    </message>
    <message>
        <source>Apply to &amp;series…</source>
        <translation>시리즈에 적용(&amp;S)…</translation>
    </message>
    <message>
        <source>Gives hints and adjustments of this scan to other open scans.</source>
        <translation>이 스캔의 힌트와 조정을 열려 있는 다른 스캔에 적용합니다.</translation>
    </message>
    <message>
        <source>&amp;Import hints…</source>
        <translation>힌트 가져오기(&amp;I)…</translation>
    </message>
    <message>
        <source>Reads hints from a file and adds them to this scan.</source>
        <translation>파일에서 힌트를 읽어 이 스캔에 더합니다.</translation>
    </message>
    <message>
        <source>E&amp;xport hints…</source>
        <translation>힌트 내보내기(&amp;X)…</translation>
    </message>
    <message>
        <source>Writes the hints of this scan with their evidence to a file.</source>
        <translation>이 스캔의 힌트와 근거를 파일에 저장합니다.</translation>
    </message>
    <message>
        <source>Dele&amp;te all hints</source>
        <translation>모든 힌트 삭제(&amp;T)</translation>
    </message>
    <message>
        <source>Removes all hints of this scan.</source>
        <translation>이 스캔의 힌트를 모두 지웁니다.</translation>
    </message>
    <message>
        <source>&amp;Mask brush</source>
        <translation>마스크 브러시(&amp;M)</translation>
    </message>
    <message>
        <source>Paint where colour applies and where the scan stays grey; Alt turns it round.</source>
        <translation>색을 입힐 곳과 흑백으로 남길 곳을 칠합니다. Alt를 누르면 반대로 칠합니다.</translation>
    </message>
    <message>
        <source>&amp;Show mask</source>
        <translation>마스크 표시(&amp;S)</translation>
    </message>
    <message>
        <source>Hatches what the mask leaves grey; while you paint it is always shown.</source>
        <translation>흑백으로 남는 곳에 빗금을 표시합니다. 칠하는 동안에는 항상 보입니다.</translation>
    </message>
    <message>
        <source>&amp;Invert mask</source>
        <translation>마스크 반전(&amp;I)</translation>
    </message>
    <message>
        <source>What was coloured becomes grey, and the other way round.</source>
        <translation>색이 있던 곳은 흑백으로, 흑백이던 곳은 색으로 바꿉니다.</translation>
    </message>
    <message>
        <source>C&amp;lear mask</source>
        <translation>마스크 지우기(&amp;L)</translation>
    </message>
    <message>
        <source>Removes all strokes: the whole scan is coloured again.</source>
        <translation>모든 획을 지워 스캔 전체에 다시 색을 입힙니다.</translation>
    </message>
    <message>
        <source>&amp;Variations</source>
        <translation>채색안(&amp;V)</translation>
    </message>
    <message>
        <source>Alternatives to choose from: the model&apos;s own variations, render sizes, other models.</source>
        <translation>고를 수 있는 대안을 보여 줍니다. 모델의 채색안, 렌더링 크기, 다른 모델이 있습니다.</translation>
    </message>
    <message>
        <source>&amp;Lasso</source>
        <translation>올가미(&amp;L)</translation>
    </message>
    <message>
        <source>Draw around a region that is to take its colours from another variation.</source>
        <translation>다른 채색안의 색을 쓸 영역을 둘러 그립니다.</translation>
    </message>
    <message>
        <source>Remove all re&amp;gions</source>
        <translation>모든 영역 제거(&amp;G)</translation>
    </message>
    <message>
        <source>The whole picture has the colours of one variation again.</source>
        <translation>사진 전체가 다시 한 채색안의 색을 씁니다.</translation>
    </message>
    <message>
        <source>&amp;Guess map</source>
        <translation>추측 지도(&amp;G)</translation>
    </message>
    <message>
        <source>Shows over the picture where the model is not sure of its colours.</source>
        <translation>모델이 색을 확신하지 못하는 곳을 사진 위에 보여 줍니다.</translation>
    </message>
    <message>
        <source>Remo&amp;ve crop</source>
        <translation>자르기 없애기(&amp;V)</translation>
    </message>
    <message>
        <source>The whole picture is exported again.</source>
        <translation>다시 그림 전체를 내보냅니다.</translation>
    </message>
    <message>
        <source>&amp;Mirror</source>
        <translation>좌우 반전(&amp;M)</translation>
    </message>
    <message>
        <source>Exchanges left and right, for a scan of a negative&apos;s wrong side.</source>
        <translation>좌우를 바꿉니다. 네거티브를 뒤집어 스캔했을 때 씁니다.</translation>
    </message>
    <message>
        <source>&amp;Flip upside down</source>
        <translation>상하 반전(&amp;F)</translation>
    </message>
    <message>
        <source>Exchanges top and bottom.</source>
        <translation>위아래를 바꿉니다.</translation>
    </message>
    <message>
        <source>Cop&amp;y result</source>
        <translation>결과 복사(&amp;Y)</translation>
    </message>
    <message>
        <source>Puts the coloured picture on the clipboard, for a letter or another program.</source>
        <translation>편지나 다른 프로그램에 쓸 수 있도록 채색한 사진을 클립보드에 넣습니다.</translation>
    </message>
    <message>
        <source>C&amp;opy settings</source>
        <translation>설정 복사(&amp;O)</translation>
    </message>
    <message>
        <source>Puts all settings of this scan on the clipboard, to paste them to others.</source>
        <translation>이 스캔의 모든 설정을 클립보드에 넣어 다른 스캔에 붙여넣습니다.</translation>
    </message>
    <message>
        <source>P&amp;aste settings</source>
        <translation>설정 붙여넣기(&amp;A)</translation>
    </message>
    <message>
        <source>Gives the copied settings to the scans that are selected in the strip.</source>
        <translation>복사한 설정을 목록에서 선택한 스캔에 적용합니다.</translation>
    </message>
    <message>
        <source>Paste &amp;settings to…</source>
        <translation>여러 스캔에 설정 붙여넣기(&amp;S)…</translation>
    </message>
    <message>
        <source>Asks which of the copied settings go to which of the open scans.</source>
        <translation>복사한 설정 중 무엇을 열린 스캔 중 어디에 붙여넣을지 묻습니다.</translation>
    </message>
    <message>
        <source>Close &amp;others</source>
        <translation>다른 스캔 닫기(&amp;O)</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>폴더에서 보기(&amp;F)</translation>
    </message>
    <message>
        <source>Opens the folder of the scan.</source>
        <translation>스캔이 있는 폴더를 엽니다.</translation>
    </message>
    <message>
        <source>Side &amp;panel</source>
        <translation>옆 패널(&amp;P)</translation>
    </message>
    <message>
        <source>Strip of s&amp;cans</source>
        <translation>스캔 목록(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Next scan</source>
        <translation>다음 스캔(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous scan</source>
        <translation>이전 스캔(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>키보드 단축키(&amp;K)</translation>
    </message>
    <message>
        <source>Show &amp;log file</source>
        <translation>로그 파일 보기(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;About Color Studio</source>
        <translation>Color Studio 정보(&amp;A)</translation>
    </message>
</context>
<context>
    <name>app</name>
    <message>
        <source>Color Studio could not start; the log has the details: {log}</source>
        <translation>Color Studio를 시작하지 못했습니다. 자세한 내용은 로그에 있습니다: {log}</translation>
    </message>
</context>
<context>
    <name>curves</name>
    <message>
        <source>Pictures it has not seen</source>
        <translation>학습에 쓰지 않은 사진</translation>
    </message>
    <message>
        <source>Pictures it learns from</source>
        <translation>학습에 쓰는 사진</translation>
    </message>
    <message>
        <source>Plain grey</source>
        <translation>색 없는 회색</translation>
    </message>
    <message>
        <source>Model at the start</source>
        <translation>시작할 때의 모델</translation>
    </message>
    <message>
        <source>True colours</source>
        <translation>실제 색</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>생성기</translation>
    </message>
    <message>
        <source>Discriminator</source>
        <translation>판별기</translation>
    </message>
    <message>
        <source>Lead of the discriminator</source>
        <translation>판별기의 우세</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>대등</translation>
    </message>
    <message>
        <source>Error (L1)</source>
        <translation>오차(L1)</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>초당 사진 수</translation>
    </message>
    <message>
        <source>Colour difference (ΔE 2000), lower is better</source>
        <translation>색차(ΔE 2000), 낮을수록 좋음</translation>
    </message>
    <message>
        <source>Likeness (PSNR in dB), higher is better</source>
        <translation>유사도(PSNR, dB), 높을수록 좋음</translation>
    </message>
    <message>
        <source>Error of the chroma, lower is better</source>
        <translation>채도 성분 오차, 낮을수록 좋음</translation>
    </message>
    <message>
        <source>Strength of the colours, 1 is that of the truth</source>
        <translation>색의 강도, 실제 색이 1</translation>
    </message>
    <message>
        <source>Colourfulness, as people see it</source>
        <translation>사람이 느끼는 색의 풍부함</translation>
    </message>
    <message>
        <source>How close to the truth</source>
        <translation>실제 색과 가까운 정도</translation>
    </message>
    <message>
        <source>Measured on pictures that the model never learns from. If this gets worse while the pictures it learns from get better, it is learning them by heart.</source>
        <translation>모델이 학습에 쓰지 않는 사진으로 측정합니다. 학습에 쓰는 사진은 좋아지는데 이 값이 나빠지면 사진을 외우고 있는 것입니다.</translation>
    </message>
    <message>
        <source>Error while learning</source>
        <translation>학습 중 오차</translation>
    </message>
    <message>
        <source>How far the colours are from the true ones in the pictures of each step (loss_G_L1). It should fall, quickly at first, and it always jumps about.</source>
        <translation>각 단계의 사진에서 색이 실제 색과 얼마나 다른지 나타냅니다(loss_G_L1). 처음에 빠르게 줄어들어야 하며, 늘 오르내립니다.</translation>
    </message>
    <message>
        <source>Who is winning</source>
        <translation>어느 쪽이 이기고 있는가</translation>
    </message>
    <message>
        <source>The generator invents colours, the discriminator tries to tell them from real ones. Each learns from the other as long as neither wins for good.</source>
        <translation>생성기는 색을 만들어 내고, 판별기는 그것을 실제 색과 구별하려 합니다. 어느 쪽도 완전히 이기지 않는 동안 서로에게서 배웁니다.</translation>
    </message>
    <message>
        <source>Losses of the two networks</source>
        <translation>두 신경망의 손실</translation>
    </message>
    <message>
        <source>What each network tries to make small (loss_G_GAN, and the mean of loss_D_real and loss_D_fake). Unlike the error they need not fall.</source>
        <translation>각 신경망이 줄이려는 값입니다(loss_G_GAN, 그리고 loss_D_real과 loss_D_fake의 평균). 오차와 달리 꼭 줄어들지 않아도 됩니다.</translation>
    </message>
    <message>
        <source>How large the changes are that each step makes. It follows the plan of the recipe.</source>
        <translation>각 단계에서 모델을 얼마나 크게 바꾸는지 나타냅니다. 레시피의 계획을 따릅니다.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>속도</translation>
    </message>
    <message>
        <source>From how many pictures it learns each second; other programs slow it down.</source>
        <translation>1초에 사진 몇 장을 학습하는지 나타냅니다. 다른 프로그램이 실행 중이면 느려집니다.</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>The training setting {name} is “{value}”; it must be one of {choices}.</source>
        <translation>학습 설정 {name}의 값이 “{value}”입니다. 다음 중 하나여야 합니다: {choices}.</translation>
    </message>
    <message>
        <source>The training setting {name} is {value}; it must lie from {low} to {high}.</source>
        <translation>학습 설정 {name}의 값이 {value}입니다. {low}에서 {high} 사이여야 합니다.</translation>
    </message>
    <message>
        <source>The training setting {name} must be {expected}.</source>
        <translation>학습 설정 {name}의 값은 다음이어야 합니다: {expected}.</translation>
    </message>
    <message>
        <source>There is no training setting {name}; did you mean {close}?</source>
        <translation>{name}: 없는 학습 설정입니다. 혹시 {close} 설정인가요?</translation>
    </message>
    <message>
        <source>{name} does not say a format that can be written; end it in {endings}.</source>
        <translation>{name}: 쓸 수 있는 형식을 알 수 없습니다. 이름이 {endings} 중 하나로 끝나야 합니다.</translation>
    </message>
    <message>
        <source>{format} cannot hold {bits} bits per channel; choose TIFF or PNG for {name}, or 8 bits.</source>
        <translation>{format} 형식은 채널당 {bits}비트를 담을 수 없습니다. {name} 파일에는 TIFF나 PNG를 선택하거나 8비트를 선택하세요.</translation>
    </message>
    <message>
        <source>{format} can be at most {longest} pixels wide or high; choose TIFF or PNG for {name}.</source>
        <translation>{format} 형식은 가로·세로가 최대 {longest}픽셀입니다. {name} 파일에는 TIFF나 PNG를 선택하세요.</translation>
    </message>
    <message>
        <source>{name} is a folder; give a file name.</source>
        <translation>{name}: 폴더입니다. 파일 이름을 지정하세요.</translation>
    </message>
    <message>
        <source>There is no folder {folder} for {name}; make it or choose another one.</source>
        <translation>{name} 파일을 넣을 폴더가 없습니다({folder}). 폴더를 만들거나 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>There is no room on the disc for {name}; free some or choose another disc.</source>
        <translation>디스크에 {name} 파일을 쓸 공간이 없습니다. 공간을 비우거나 다른 디스크를 선택하세요.</translation>
    </message>
    <message>
        <source>{name} cannot be written for lack of permission; choose another folder.</source>
        <translation>{name}: 쓰기 권한이 없습니다. 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>{name} cannot be written ({reason}); try another folder or format.</source>
        <translation>{name}: 쓸 수 없습니다({reason}). 다른 폴더나 형식을 사용해 보세요.</translation>
    </message>
    <message>
        <source>{name} cannot be written ({reason}); the picture itself is complete.</source>
        <translation>{name}: 쓸 수 없습니다({reason}). 사진 파일은 온전히 저장되었습니다.</translation>
    </message>
    <message>
        <source>{name} was made by a newer Color Studio; update Color Studio to read it.</source>
        <translation>{name}: 더 새로운 버전의 Color Studio에서 만든 파일입니다. 읽으려면 Color Studio를 업데이트하세요.</translation>
    </message>
    <message>
        <source>{name} is not a sidecar of Color Studio; choose the .json beside an export.</source>
        <translation>{name}: Color Studio의 부속 파일이 아닙니다. 내보낸 사진 옆의 .json 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>The recipe {name} was made by a newer Color Studio; update Color Studio to use it.</source>
        <translation>{name}: 더 새로운 버전의 Color Studio에서 만든 작업 기록(레시피)입니다. 사용하려면 Color Studio를 업데이트하세요.</translation>
    </message>
    <message>
        <source>{name} is not a usable recipe ({reason}); export it again or correct the file.</source>
        <translation>{name}: 사용할 수 없는 작업 기록(레시피)입니다({reason}). 다시 내보내거나 파일을 고치세요.</translation>
    </message>
    <message>
        <source>{path} already holds a training run; resume it or choose another folder.</source>
        <translation>{path}: 이미 학습 실행이 들어 있는 폴더입니다. 그 학습을 이어서 하거나 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>The run folder {path} cannot be made: {reason}.</source>
        <translation>학습 폴더를 만들 수 없습니다({path}): {reason}.</translation>
    </message>
    <message>
        <source>{path} is not the folder of a training run (no config.json).</source>
        <translation>{path}: 학습 폴더가 아닙니다(config.json이 없습니다).</translation>
    </message>
    <message>
        <source>{path} is being trained in by process {pid}; stop that one first.</source>
        <translation>{path}: 프로세스 {pid}에서 학습 중인 폴더입니다. 먼저 그 학습을 멈추세요.</translation>
    </message>
    <message>
        <source>There is not enough memory to open {name}; close other programs.</source>
        <translation>{name} 파일을 열기에는 메모리가 부족합니다. 다른 프로그램을 닫으세요.</translation>
    </message>
    <message>
        <source>{name} is a camera raw file, which cannot be opened; develop it to a TIFF first.</source>
        <translation>{name}: 카메라 RAW 파일은 열 수 없습니다. 먼저 TIFF로 현상하세요.</translation>
    </message>
    <message>
        <source>Parts of the file are damaged; what could be read is shown.</source>
        <translation>파일 일부가 손상되어 읽을 수 있는 부분만 보여 줍니다.</translation>
    </message>
    <message>
        <source>Additional channels ({count}) are not used.</source>
        <translation>추가 채널({count}개)은 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>Values that are no numbers were taken as black.</source>
        <translation>숫자가 아닌 값은 검정으로 처리했습니다.</translation>
    </message>
    <message>
        <source>Its values, {low} to {high}, were scaled to black to white.</source>
        <translation>{low}에서 {high}까지의 값을 검정에서 흰색까지로 환산했습니다.</translation>
    </message>
    <message>
        <source>Its colour profile is broken or made for other pixels; sRGB was assumed.</source>
        <translation>색상 프로파일이 손상되었거나 이 사진에 맞지 않아 sRGB로 간주했습니다.</translation>
    </message>
    <message>
        <source>{name} is not a picture of a kind that can be opened here; save it as TIFF, PNG or JPEG first.</source>
        <translation>{name}: 열 수 있는 종류의 사진이 아닙니다. 먼저 TIFF, PNG, JPEG로 저장하세요.</translation>
    </message>
    <message>
        <source>{name} is a folder; choose a picture in it.</source>
        <translation>{name}: 폴더입니다. 그 안의 사진을 선택하세요.</translation>
    </message>
    <message>
        <source>{name} is not a file; choose a picture.</source>
        <translation>{name}: 파일이 아닙니다. 사진을 선택하세요.</translation>
    </message>
    <message>
        <source>There is no file {name}; check its name and folder.</source>
        <translation>{name}: 파일이 없습니다. 이름과 폴더를 확인하세요.</translation>
    </message>
    <message>
        <source>{name} cannot be read ({reason}); check its permissions and its disc.</source>
        <translation>{name}: 읽을 수 없습니다({reason}). 권한과 디스크를 확인하세요.</translation>
    </message>
    <message>
        <source>{name} is empty; scan it again or restore it from a copy.</source>
        <translation>{name}: 빈 파일입니다. 다시 스캔하거나 사본에서 복원하세요.</translation>
    </message>
    <message>
        <source>{name} is {width} x {height} pixels, more than can be opened ({limit} megapixels); cut it into parts.</source>
        <translation>{name}: {width} x {height}픽셀로, 열 수 있는 크기({limit}메가픽셀)를 넘습니다. 여러 부분으로 나누세요.</translation>
    </message>
    <message>
        <source>{name} claims {megapixels} megapixels in a file of {kilobytes} KB, as no scan does; check its origin.</source>
        <translation>{name}: {kilobytes} KB 파일인데 {megapixels}메가픽셀이라고 되어 있어 정상적인 스캔이 아닙니다. 출처를 확인하세요.</translation>
    </message>
    <message>
        <source>{name} needs room in the temporary folder to be turned; free disc space.</source>
        <translation>{name} 사진을 회전하려면 임시 폴더에 공간이 필요합니다. 디스크 공간을 비우세요.</translation>
    </message>
    <message>
        <source>{name} is stored in a way that cannot be opened here ({reason}); save it as TIFF, PNG or JPEG first.</source>
        <translation>{name}: 여기서 열 수 없는 방식으로 저장된 파일입니다({reason}). 먼저 TIFF, PNG, JPEG로 저장하세요.</translation>
    </message>
    <message>
        <source>{name} is damaged and cannot be read ({reason}); scan it again or restore it from a copy.</source>
        <translation>{name}: 손상되어 읽을 수 없습니다({reason}). 다시 스캔하거나 사본에서 복원하세요.</translation>
    </message>
    <message>
        <source>{low} must not be larger than {high} in the training settings.</source>
        <translation>학습 설정에서 {low} 값은 {high} 값보다 클 수 없습니다.</translation>
    </message>
    <message>
        <source>The training recipe {path} cannot be read: {reason}.</source>
        <translation>학습 레시피를 읽을 수 없습니다({path}): {reason}.</translation>
    </message>
    <message>
        <source>“{override}” is not a setting; write KEY=VALUE.</source>
        <translation>“{override}”: 설정 형식이 아닙니다. KEY=VALUE 형식으로 쓰세요.</translation>
    </message>
    <message>
        <source>The training settings are not valid {kind}: {reason}.</source>
        <translation>학습 설정이 올바른 {kind} 형식이 아닙니다: {reason}.</translation>
    </message>
    <message>
        <source>This computer has too little free memory; close other programs and try again.</source>
        <translation>컴퓨터의 남은 메모리가 부족합니다. 다른 프로그램을 닫고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Something went wrong that Color Studio did not expect; the log has the details.</source>
        <translation>예상하지 못한 문제가 생겼습니다. 자세한 내용은 로그에 있습니다.</translation>
    </message>
    <message>
        <source>{name} was made by a newer Color Studio; update Color Studio to use this model.</source>
        <translation>{name}: 더 새로운 버전의 Color Studio에서 만든 모델입니다. 사용하려면 Color Studio를 업데이트하세요.</translation>
    </message>
    <message>
        <source>{name} is not a usable model pack ({reason}); get a fresh copy of it from where it came.</source>
        <translation>{name}: 사용할 수 없는 모델 팩입니다({reason}). 받은 곳에서 새로 받으세요.</translation>
    </message>
    <message>
        <source>This computer has no usable device &apos;{device}&apos;; choose one of: {available}.</source>
        <translation>이 컴퓨터에는 쓸 수 있는 &apos;{device}&apos; 장치가 없습니다. 다음 중에서 선택하세요: {available}.</translation>
    </message>
    <message>
        <source>The network in {name} cannot be loaded; get a fresh copy of the pack from where it came.</source>
        <translation>{name}: 신경망을 불러올 수 없습니다. 모델 팩을 받은 곳에서 새로 받으세요.</translation>
    </message>
    <message>
        <source>There is not enough memory for this render size; choose a smaller one.</source>
        <translation>이 렌더 크기를 쓰기에는 메모리가 부족합니다. 더 작은 크기를 선택하세요.</translation>
    </message>
    <message>
        <source>The model failed on this picture: {reason}.</source>
        <translation>모델이 이 사진을 처리하지 못했습니다: {reason}.</translation>
    </message>
    <message>
        <source>{name} is not a model pack or is damaged; get a fresh copy of it from where it came.</source>
        <translation>{name}: 모델 팩이 아니거나 손상되었습니다. 받은 곳에서 새로 받으세요.</translation>
    </message>
    <message>
        <source>The model pack {name} does not exist; check the name or import the pack.</source>
        <translation>{name}: 모델 팩이 없습니다. 이름을 확인하거나 모델 팩을 가져오세요.</translation>
    </message>
    <message>
        <source>There is no model &apos;{model}&apos; here; choose one of: {available}; or import its pack.</source>
        <translation>&apos;{model}&apos; 모델이 설치되어 있지 않습니다. 다음 중에서 선택하거나({available}) 해당 모델 팩을 가져오세요.</translation>
    </message>
    <message>
        <source>The recipe was made with the model {reference} (SHA-256 {short}…), which is not here; import that very pack, or choose another model yourself.</source>
        <translation>이 작업 기록은 {reference} 모델(SHA-256 {short}…)로 만들었는데, 그 모델이 설치되어 있지 않습니다. 바로 그 모델 팩을 가져오거나 다른 모델을 직접 선택하세요.</translation>
    </message>
    <message>
        <source>The model {model} takes no hints; they were left out.</source>
        <translation>{model} 모델은 색 힌트를 받지 않으므로 힌트를 반영하지 않았습니다.</translation>
    </message>
    <message>
        <source>Memory ran out at {size} px; coloured at {smaller} px instead.</source>
        <translation>{size}픽셀에서는 메모리가 부족해 {smaller}픽셀로 채색했습니다.</translation>
    </message>
    <message>
        <source>The memory of {device} ran out; coloured on the CPU instead.</source>
        <translation>{device}의 메모리가 부족해 CPU로 채색했습니다.</translation>
    </message>
    <message>
        <source>{name} exists and was kept; choose another name or allow overwriting.</source>
        <translation>{name}: 이미 있는 파일이라 그대로 두었습니다. 다른 이름을 선택하거나 덮어쓰기를 허용하세요.</translation>
    </message>
    <message>
        <source>The folder {name} cannot be made ({reason}); choose another one.</source>
        <translation>폴더를 만들 수 없습니다({name}, {reason}). 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>The name {name} and the format {format} disagree; change one of them.</source>
        <translation>파일 이름({name})과 형식({format})이 서로 맞지 않습니다. 둘 중 하나를 바꾸세요.</translation>
    </message>
    <message>
        <source>{first} and {second} would both become {target}; colour them into different folders.</source>
        <translation>{first} 파일과 {second} 파일의 결과가 모두 {target} 파일이 됩니다. 서로 다른 폴더에 채색하세요.</translation>
    </message>
    <message>
        <source>{target} is the scan {master} itself, which is never written to; choose another name.</source>
        <translation>{target}: 스캔 원본({master})과 같은 파일이며, 원본에는 쓸 수 없습니다. 다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>There is no page {page} in {name}; its pages are 1 to {pages}.</source>
        <translation>{name} 파일에 {page}쪽은 없습니다. 1쪽부터 {pages}쪽까지 있습니다.</translation>
    </message>
    <message>
        <source>The checkpoint {path} is missing or damaged.</source>
        <translation>체크포인트 {path} 파일이 없거나 손상되었습니다.</translation>
    </message>
    <message>
        <source>{path} is not a checkpoint of a training run.</source>
        <translation>{path} 파일은 학습 체크포인트가 아닙니다.</translation>
    </message>
    <message>
        <source>There is no training recipe “{name}”; choose one of {known} or a TOML file.</source>
        <translation>“{name}” 학습 레시피가 없습니다. {known} 중에서 고르거나 TOML 파일을 선택하세요.</translation>
    </message>
    <message>
        <source>Nothing tells how “{name}” is built; choose one of {known} or a TOML file.</source>
        <translation>“{name}”을(를) 만드는 방법이 적혀 있지 않습니다. {known} 중에서 고르거나 TOML 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>The training stopped unexpectedly ({reason}). Resume it: it goes on from its last checkpoint.</source>
        <translation>학습이 예기치 않게 중단되었습니다({reason}). 이어서 실행하면 마지막 체크포인트부터 계속됩니다.</translation>
    </message>
    <message>
        <source>None of the {count} pictures is held out; measure on all of them with --all.</source>
        <translation>사진 {count}장 가운데 검증용으로 남겨 둔 것이 없습니다. --all로 전체를 측정하세요.</translation>
    </message>
    <message>
        <source>The model {model} takes no hints; measure it without them.</source>
        <translation>{model} 모델은 색 힌트를 받지 않습니다. 힌트 없이 측정하세요.</translation>
    </message>
    <message>
        <source>None of the pictures in {path} can be learned from.</source>
        <translation>{path} 폴더에는 학습에 쓸 수 있는 사진이 없습니다.</translation>
    </message>
    <message>
        <source>None of the {count} pictures to measure on can be opened.</source>
        <translation>측정할 사진 {count}장을 하나도 열 수 없습니다.</translation>
    </message>
    <message>
        <source>The training settings describe no generator: {reason}.</source>
        <translation>학습 설정으로 생성기를 만들 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>ImageNet weights are for the generator efficient_unet, not for {name}.</source>
        <translation>ImageNet 가중치는 efficient_unet 생성기용이며 {name}에는 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>The ImageNet weights are not installed ({package}); start from a model pack.</source>
        <translation>ImageNet 가중치({package})가 설치되어 있지 않습니다. 모델 팩에서 시작하세요.</translation>
    </message>
    <message>
        <source>The weights in {path} do not fit their network.</source>
        <translation>{path} 파일의 가중치가 신경망과 맞지 않습니다.</translation>
    </message>
    <message>
        <source>{path} is not a training run with a checkpoint or a model.</source>
        <translation>{path} 폴더에는 체크포인트나 모델이 있는 학습이 없습니다.</translation>
    </message>
    <message>
        <source>This machine has no device “{device}”; train with device = cpu.</source>
        <translation>이 컴퓨터에는 “{device}” 장치가 없습니다. device = cpu로 학습하세요.</translation>
    </message>
    <message>
        <source>{processes} processes need {processes} graphics processors, and this machine has {count}; set processes = {count}, or device = cpu.</source>
        <translation>프로세스 {processes}개에는 그래픽 프로세서 {processes}개가 필요하지만 이 컴퓨터에는 {count}개가 있습니다. processes = {count} 또는 device = cpu로 설정하십시오.</translation>
    </message>
    <message>
        <source>The pictures in {path} are no longer those that the run began with; put them back as they were, or start a new run.</source>
        <translation>학습을 시작할 때의 그림과 지금의 그림이 다릅니다({path}). 그림을 원래대로 되돌리거나 새 학습을 시작하세요.</translation>
    </message>
    <message>
        <source>The run began with {before} steps and would go on with {now}; set its configuration back, or start a new run.</source>
        <translation>{before}단계로 시작한 학습인데 지금 설정은 {now}단계입니다. 설정을 원래대로 되돌리거나 새 학습을 시작하세요.</translation>
    </message>
    <message>
        <source>The training failed at step {step}: its numbers grew without limit, even with an eighth of its learning rates; start a new one with a lower learning rate.</source>
        <translation>{step}단계에서 학습에 실패했습니다. 학습률을 8분의 1로 낮추어도 값이 한없이 커졌습니다. 더 낮은 학습률로 새 학습을 시작해 주십시오.</translation>
    </message>
    <message>
        <source>The making of “{name}” begins with itself; name another pack.</source>
        <translation>“{name}”을(를) 만드는 과정이 자기 자신에서 시작합니다. 다른 팩을 지정하세요.</translation>
    </message>
    <message>
        <source>Two of the stages or packs of the build are called {name}; each needs its own name.</source>
        <translation>빌드의 단계나 팩 가운데 둘의 이름이 {name}(으)로 같습니다. 저마다 다른 이름을 붙이세요.</translation>
    </message>
    <message>
        <source>{name} is made of {other}, which is no stage before it.</source>
        <translation>{name}을(를) 만드는 데 쓰이는 {other}은(는) 그 앞에 있는 단계가 아닙니다.</translation>
    </message>
    <message>
        <source>There is no folder {path}.</source>
        <translation>{path} 폴더가 없습니다.</translation>
    </message>
    <message>
        <source>There are no pictures in {path}.</source>
        <translation>{path} 폴더에 사진이 없습니다.</translation>
    </message>
    <message>
        <source>None of the pictures in {path} has a black-and-white partner; give the partners the same names in two folders, or names that end in _bw.</source>
        <translation>{path}에 흑백 짝이 있는 사진이 하나도 없습니다. 두 폴더에서 같은 이름을 쓰거나, 흑백 파일 이름을 _bw로 끝나게 하십시오.</translation>
    </message>
    <message>
        <source>None of the pictures in {path} has a black-and-white partner in “{folder}”; give the partners the same names.</source>
        <translation>{path}의 그림 가운데 “{folder}” 폴더에 흑백 짝이 있는 것이 없습니다. 짝이 되는 파일의 이름을 같게 하세요.</translation>
    </message>
    <message>
        <source>{name} is {value}; choose a number from {lowest} to {highest}.</source>
        <translation>{name} 값이 {value}입니다. {lowest}에서 {highest} 사이의 수를 선택하세요.</translation>
    </message>
    <message>
        <source>{count} hue bands are given; there are {wanted}.</source>
        <translation>색상 구간이 {count}개 주어졌지만 {wanted}개여야 합니다.</translation>
    </message>
    <message>
        <source>The crop is empty; draw it again or remove it.</source>
        <translation>자르기 영역이 비어 있습니다. 다시 그리거나 없애세요.</translation>
    </message>
    <message>
        <source>A stroke of the mask has {points} points but {widths} widths; give one width a point.</source>
        <translation>마스크 획의 점은 {points}개인데 너비는 {widths}개입니다. 점마다 너비를 하나씩 지정하십시오.</translation>
    </message>
    <message>
        <source>The preset cannot be stored in {folder} ({reason}); check the disc.</source>
        <translation>{folder}에 프리셋을 저장할 수 없습니다({reason}). 디스크를 확인하십시오.</translation>
    </message>
    <message>
        <source>Your presets could not be read; their file was kept as {name}.</source>
        <translation>프리셋을 읽을 수 없습니다. 그 파일을 {name}(으)로 남겨 두었습니다.</translation>
    </message>
    <message>
        <source>The project {name} was made by a newer Color Studio; update Color Studio to open it.</source>
        <translation>{name}: 더 새로운 Color Studio에서 만든 프로젝트입니다. Color Studio를 업데이트한 뒤 여세요.</translation>
    </message>
    <message>
        <source>The project {name} is not there any more; look for it in another folder.</source>
        <translation>{name}: 프로젝트가 더 이상 없습니다. 다른 폴더에서 찾으세요.</translation>
    </message>
    <message>
        <source>The project {name} cannot be saved ({reason}); save it in another folder.</source>
        <translation>{name}: 프로젝트를 저장할 수 없습니다({reason}). 다른 폴더에 저장하세요.</translation>
    </message>
    <message>
        <source>{name} is not a usable project ({reason}); open an earlier copy of it.</source>
        <translation>{name}: 사용할 수 없는 프로젝트입니다({reason}). 이전 사본을 여세요.</translation>
    </message>
    <message>
        <source>The picture cannot be stored in {name} ({reason}); save it yourself and open the file.</source>
        <translation>그림을 {name} 폴더에 저장할 수 없습니다({reason}). 직접 저장한 뒤 파일을 여세요.</translation>
    </message>
    <message>
        <source>There are no settings on the clipboard; copy those of a scan first.</source>
        <translation>클립보드에 설정이 없습니다. 먼저 스캔의 설정을 복사하십시오.</translation>
    </message>
    <message>
        <source>{name} cannot be written; choose another folder.</source>
        <translation>{name}: 저장할 수 없습니다. 다른 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>{name} has no colours to take; choose a colour photograph.</source>
        <translation>{name}에는 가져올 색이 없습니다. 컬러 사진을 고르십시오.</translation>
    </message>
    <message>
        <source>Unsaved work cannot be kept for the case of a crash ({reason}); save the project often.</source>
        <translation>비정상 종료에 대비해 작업을 보관할 수 없습니다({reason}). 프로젝트를 자주 저장하세요.</translation>
    </message>
    <message>
        <source>The trainer gave an answer that this window does not understand ({reason}).</source>
        <translation>학습 프로그램의 응답을 이 창에서 해석할 수 없습니다({reason}).</translation>
    </message>
    <message>
        <source>The training {name} is running; stop it first.</source>
        <translation>학습 {name}이(가) 실행 중입니다. 먼저 중지하십시오.</translation>
    </message>
    <message>
        <source>{path} cannot be moved to the trash; remove the folder yourself.</source>
        <translation>{path}을(를) 휴지통으로 옮길 수 없습니다. 폴더를 직접 삭제하십시오.</translation>
    </message>
    <message>
        <source>The training {name} is running already.</source>
        <translation>학습 {name}이(가) 이미 실행 중입니다.</translation>
    </message>
    <message>
        <source>The training {name} cannot be told what to do: {reason}.</source>
        <translation>학습 {name}에 명령을 전달할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The training {name} cannot be started: {reason}.</source>
        <translation>학습 {name}을(를) 시작할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The trainer ended unexpectedly ({reason}); the log tells more.</source>
        <translation>학습 프로그램이 예기치 않게 종료되었습니다({reason}). 자세한 내용은 로그에 있습니다.</translation>
    </message>
    <message>
        <source>{name} is another model than the {reference} that is here already; remove that one first, or ask for the new one under another version.</source>
        <translation>{name} 파일은 이미 있는 {reference}와 다른 모델입니다. 있는 모델을 먼저 제거하거나, 다른 버전 번호로 된 파일을 받으십시오.</translation>
    </message>
    <message>
        <source>{path} exists already; choose another name or folder.</source>
        <translation>{path} 파일이 이미 있습니다. 다른 이름이나 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>The model {reference} is not one of your own and stays; only your own can be removed.</source>
        <translation>{reference} 모델은 직접 추가한 모델이 아니어서 제거할 수 없습니다. 직접 추가한 모델만 제거할 수 있습니다.</translation>
    </message>
    <message>
        <source>A picture in {name} is damaged or too large; get a fresh copy of the model from where it was made.</source>
        <translation>{name} 안의 사진이 손상되었거나 너무 큽니다. 모델을 만든 곳에서 새로 받으십시오.</translation>
    </message>
    <message>
        <source>{name} changed while it was read; copy it once more and try again.</source>
        <translation>읽는 동안 {name} 파일이 바뀌었습니다. 다시 복사한 뒤 한 번 더 시도하십시오.</translation>
    </message>
    <message>
        <source>{path} cannot be moved to the trash ({reason}); remove the file yourself.</source>
        <translation>{path} 파일을 휴지통으로 옮길 수 없습니다({reason}). 파일을 직접 삭제하십시오.</translation>
    </message>
    <message>
        <source>{path} cannot be read ({reason}); look whether its medium is still there.</source>
        <translation>{path} 파일을 읽을 수 없습니다({reason}). 저장 매체가 연결되어 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>{path} cannot be written ({reason}); choose another folder or make room there.</source>
        <translation>{path} 파일을 저장할 수 없습니다({reason}). 다른 폴더를 선택하거나 공간을 확보하십시오.</translation>
    </message>
    <message>
        <source>{name} holds more than a model needs and is not safe to use; get it from where it was made.</source>
        <translation>{name} 파일에 모델에 필요 없는 내용이 들어 있어 안전하지 않습니다. 만든 곳에서 다시 받으십시오.</translation>
    </message>
    <message>
        <source>The model in {name} does not work: its card and its network do not fit each other.</source>
        <translation>{name} 파일의 모델이 동작하지 않습니다. 모델 카드와 신경망이 서로 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The comparison of this training cannot be read ({reason}); repeat it.</source>
        <translation>이 학습의 비교 결과를 읽을 수 없습니다({reason}). 비교를 다시 하십시오.</translation>
    </message>
    <message>
        <source>The model {reference} is not here any more.</source>
        <translation>모델 {reference}이(가) 더 이상 없습니다.</translation>
    </message>
    <message>
        <source>The training settings cannot be written to {path}: {reason}.</source>
        <translation>학습 설정을 {path}에 저장할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>{name} was converted, but gives other colours than its network ({difference}); it is not kept.</source>
        <translation>{name} 모델을 변환했지만 원래 신경망과 다른 색이 나와({difference}) 저장하지 않았습니다.</translation>
    </message>
    <message>
        <source>A batch of {batch} pictures cannot be shared evenly by {count} processes; set batch_size to a multiple of {count}.</source>
        <translation>사진 {batch}장으로 된 배치는 프로세스 {count}개에 고르게 나눌 수 없습니다. batch_size를 {count}의 배수로 설정하십시오.</translation>
    </message>
    <message>
        <source>Another process of this training has ended ({reason}); resume it from its checkpoint.</source>
        <translation>이 학습의 다른 프로세스가 종료되었습니다({reason}). 체크포인트에서 학습을 이어서 실행하십시오.</translation>
    </message>
    <message>
        <source>The {count} processes of this training did not start; set processes = 1.</source>
        <translation>이 학습의 프로세스 {count}개가 시작되지 않았습니다. processes = 1로 설정하십시오.</translation>
    </message>
    <message>
        <source>“follow” is for processes that a training starts itself; use run or resume.</source>
        <translation>“follow”는 학습이 스스로 시작하는 프로세스를 위한 명령입니다. run 또는 resume을 사용하십시오.</translation>
    </message>
    <message>
        <source>The pictures in {path} are not the same on all machines; copy them again.</source>
        <translation>{path}의 사진이 모든 컴퓨터에서 같지 않습니다. 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>The training {name} is not finished: it has no model yet.</source>
        <translation>학습 {name}이(가) 끝나지 않아 아직 모델이 없습니다.</translation>
    </message>
    <message>
        <source>There is no file {path}; check its name.</source>
        <translation>{path} 파일이 없습니다. 이름을 확인하십시오.</translation>
    </message>
    <message>
        <source>{name} is damaged or not a checkpoint; copy it once more from where it was made.</source>
        <translation>{name} 파일이 손상되었거나 체크포인트가 아닙니다. 만든 곳에서 다시 복사하십시오.</translation>
    </message>
    <message>
        <source>{name} holds more than the weights of a network and is not opened, because it could run a program; save the generator&apos;s state_dict alone, as latest_net_G.pth does.</source>
        <translation>{name} 파일에 신경망 가중치가 아닌 내용이 들어 있어 열지 않았습니다. 프로그램이 실행될 위험이 있습니다. latest_net_G.pth처럼 생성기의 state_dict만 저장하십시오.</translation>
    </message>
    <message>
        <source>{name} has no normalisation layers; only batch and instance norm can be converted.</source>
        <translation>{name} 파일의 신경망에 정규화 층이 없습니다. 배치 정규화나 인스턴스 정규화를 쓰는 신경망만 변환할 수 있습니다.</translation>
    </message>
    <message>
        <source>{name} is not a generator of pix2pix (unet_128, unet_256, resnet_6blocks or resnet_9blocks); choose a file such as latest_net_G.pth.</source>
        <translation>{name} 파일은 pix2pix 생성기(unet_128, unet_256, resnet_6blocks, resnet_9blocks)가 아닙니다. latest_net_G.pth와 같은 파일을 선택하십시오.</translation>
    </message>
    <message>
        <source>{name} makes {outputs} channels of {inputs}; a model that colours makes L into ab (1 into 2) or RGB into RGB (3 into 3).</source>
        <translation>{name} 파일의 신경망은 채널 {inputs}개를 {outputs}개로 바꿉니다. 채색 모델은 L을 ab로(1개를 2개로), 또는 RGB를 RGB로(3개를 3개로) 바꾸어야 합니다.</translation>
    </message>
    <message>
        <source>{name} is not a whole {network}: {part} has the shape {found} instead of {expected}.</source>
        <translation>{name} 파일은 온전한 {network}이(가) 아닙니다. {part}의 크기가 {expected}이어야 하는데 {found}입니다.</translation>
    </message>
    <message>
        <source>{name} cannot be kept in a model pack: {part} has values that are not numbers or too large; statistics of its training are left out with the norm mode “batch”.</source>
        <translation>{name} 파일은 모델 팩으로 만들 수 없습니다. {part}에 숫자가 아니거나 너무 큰 값이 있습니다. 정규화 방식을 “batch”로 하면 학습 때의 통계값을 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>{name} is not a whole {network}: {part} is missing or too much; choose the checkpoint of a generator.</source>
        <translation>{name} 파일은 온전한 {network}이(가) 아닙니다. {part}이(가) 없거나 남습니다. 생성기의 체크포인트를 선택하십시오.</translation>
    </message>
    <message>
        <source>{options} says {key} {said}, but the weights in {name} are of {key} {found}; choose the options of this very training, or none.</source>
        <translation>{options} 파일에는 {key}이(가) {said}(으)로 되어 있지만 {name} 파일의 가중치는 {key} {found}에 해당합니다. 바로 이 학습의 옵션 파일을 선택하거나, 선택하지 마십시오.</translation>
    </message>
    <message>
        <source>The options {path} cannot be read ({reason}); choose train_opt.txt, or none.</source>
        <translation>옵션 파일 {path}을(를) 읽을 수 없습니다({reason}). train_opt.txt를 선택하거나, 선택하지 마십시오.</translation>
    </message>
    <message>
        <source>{name} holds no options of a pix2pix training; choose train_opt.txt, or none.</source>
        <translation>{name} 파일에 pix2pix 학습 옵션이 없습니다. train_opt.txt를 선택하거나, 선택하지 마십시오.</translation>
    </message>
    <message>
        <source>The memory does not suffice to train with a single picture of {crop} pixels; choose a smaller crop or a smaller model, or close other programs, and train again.</source>
        <translation>{crop}픽셀 사진 한 장으로 학습하기에도 메모리가 부족합니다. 더 작은 자르기 크기나 더 작은 모델을 선택하거나 다른 프로그램을 닫은 뒤 다시 학습해 주십시오.</translation>
    </message>
    <message>
        <source>The memory is not enough for {count} pictures at once in each process; start with micro_batch = {fewer}, or with a smaller batch.</source>
        <translation>프로세스마다 사진 {count}장을 한 번에 처리하기에는 메모리가 부족합니다. micro_batch = {fewer} 또는 더 작은 배치로 시작하십시오.</translation>
    </message>
    <message>
        <source>The training cannot be reached through its folder {path}: {reason}.</source>
        <translation>학습 폴더 {path}을(를) 통해 학습에 명령을 전달할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>{name} is a checkpoint, and this edition has no trainer to convert it; convert it on a computer with the whole Color Studio, and bring the pack.</source>
        <translation>{name}은(는) 체크포인트인데 이 판에는 변환에 필요한 학습 기능이 없습니다. 전체 Color Studio가 있는 컴퓨터에서 변환한 모델 팩을 가져오십시오.</translation>
    </message>
    <message>
        <source>The package tensorboard is not installed; install it (pip install tensorboard), or set tensorboard = false.</source>
        <translation>tensorboard 패키지가 설치되어 있지 않습니다. 설치하거나(pip install tensorboard) tensorboard = false로 설정하십시오.</translation>
    </message>
    <message>
        <source>{path} was begun with {name} = {before}, and {now} is wanted now; give the settings that it began with, or another folder.</source>
        <translation>{path}은(는) {name} = {before}(으)로 시작했는데 지금은 {now}을(를) 요청했습니다. 시작할 때의 설정을 그대로 쓰거나 다른 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>There is no sample scan {name}; choose one of: {available}.</source>
        <translation>예시 스캔 {name}이(가) 없습니다. 다음 중에서 선택하십시오: {available}.</translation>
    </message>
    <message>
        <source>What the recipe says of the model cannot stand in its card: {reason}.</source>
        <translation>레시피가 모델에 대해 적은 내용을 모델 카드에 담을 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>{path} is not of the same network as {other}; there is no mean of both.</source>
        <translation>{path}은(는) {other}과(와) 같은 신경망이 아니어서 둘의 평균을 낼 수 없습니다.</translation>
    </message>
    <message>
        <source>A mean of packs makes no steps, so there is none to time; start it.</source>
        <translation>모델의 평균을 내는 데에는 학습 단계가 없어 시간을 잴 것이 없습니다. 바로 시작하십시오.</translation>
    </message>
</context>
<context>
    <name>gate</name>
    <message>
        <source>no colour</source>
        <translation>무채색</translation>
    </message>
    <message>
        <source>“{model}” is better than “{base}”. It is recommended.</source>
        <translation>“{model}” 모델이 “{base}”보다 낫습니다. 사용을 권합니다.</translation>
    </message>
    <message>
        <source>You prefer “{model}” to “{base}”. It is recommended.</source>
        <translation>“{model}” 모델을 “{base}”보다 더 많이 선택하셨습니다. 사용을 권합니다.</translation>
    </message>
    <message>
        <source>The figures speak for “{model}”, but you prefer “{base}”. Keep that.</source>
        <translation>측정값은 “{model}” 쪽이 낫지만 “{base}” 쪽을 더 많이 선택하셨습니다. 그 모델을 계속 쓰십시오.</translation>
    </message>
    <message>
        <source>“{base}” is better than “{model}”. Keep that.</source>
        <translation>“{base}” 쪽이 “{model}”보다 낫습니다. 그 모델을 계속 쓰십시오.</translation>
    </message>
    <message>
        <source>“{model}” is closer to the truth only by being paler. Keep “{base}”.</source>
        <translation>“{model}” 모델은 색이 옅어져서 실제 색에 가까워졌을 뿐입니다. “{base}”를 계속 쓰십시오.</translation>
    </message>
    <message>
        <source>“{model}” is no better than “{base}”, as far as can be shown.</source>
        <translation>“{model}” 모델이 “{base}”보다 낫다고 볼 근거가 없습니다.</translation>
    </message>
    <message>
        <source>“{model}” is farther from the truth than no colour at all.</source>
        <translation>“{model}” 모델의 색은 색이 없을 때보다 실제 색에서 더 멉니다.</translation>
    </message>
    <message>
        <source>Your comparison did not show a preference either.</source>
        <translation>이름을 가린 비교에서도 뚜렷한 차이가 없었습니다.</translation>
    </message>
    <message>
        <source>Compare them blind below: your eyes may see what figures do not.</source>
        <translation>아래에서 이름을 가리고 비교해 보십시오. 측정값에 없는 차이가 눈에 보일 수 있습니다.</translation>
    </message>
    <message>
        <source>Too few pictures were set aside to say which model is better.</source>
        <translation>남겨 둔 사진이 너무 적어 어느 모델이 나은지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>No picture was set aside, so nothing is known about “{model}”.</source>
        <translation>남겨 둔 사진이 없어 “{model}” 모델을 평가할 수 없습니다.</translation>
    </message>
    <message>
        <source>Train with more pictures, so that some can be set aside.</source>
        <translation>일부를 남겨 둘 수 있도록 사진을 더 모아 학습하십시오.</translation>
    </message>
    <message>
        <source>More pictures of the same kind, or a longer training that begins with a shipped model, may help.</source>
        <translation>같은 종류의 사진을 더 모으거나, 기본 제공 모델에서 시작해 더 오래 학습하면 나아질 수 있습니다.</translation>
    </message>
    <message>
        <source>“{model}” coloured {pictures} pictures that it never saw: {nearer} closer to the truth, {farther} farther.</source>
        <translation>“{model}” 모델이 학습하지 않은 사진 {pictures}장을 채색한 결과, {nearer}장은 실제 색에 더 가깝고 {farther}장은 더 멉니다.</translation>
    </message>
    <message>
        <source>Chance would give that less than once in 1,000 times.</source>
        <translation>우연히 이렇게 될 가능성은 1,000번에 1번도 되지 않습니다.</translation>
    </message>
    <message>
        <source>Chance would give that {times} times in 1,000.</source>
        <translation>우연히 이렇게 될 가능성은 1,000번에 {times}번입니다.</translation>
    </message>
    <message>
        <source>The pictures come from {rolls} rolls or books; each of these counts as one witness.</source>
        <translation>사진은 필름 또는 책 {rolls}개에서 나왔으며, 하나하나를 한 표로 셉니다.</translation>
    </message>
    <message>
        <source>The pictures come from only {rolls} rolls or books; with others the result may be another.</source>
        <translation>사진이 필름 또는 책 {rolls}개에서만 나왔습니다. 다른 필름이나 책에서는 결과가 다를 수 있습니다.</translation>
    </message>
    <message>
        <source>It has not learned its pictures by heart.</source>
        <translation>학습한 사진을 외우지 않았습니다.</translation>
    </message>
    <message>
        <source>It has learned its pictures by heart: on those it learned from it gains {learned}, on others {others} (ΔE2000). More pictures or a shorter training help.</source>
        <translation>학습한 사진을 외웠습니다. 나아진 정도가 학습한 사진에서는 {learned}, 다른 사진에서는 {others}입니다(ΔE2000). 사진을 늘리거나 학습을 줄이십시오.</translation>
    </message>
    <message>
        <source>Colour error as the eye sees it</source>
        <translation>눈으로 느끼는 색 차이</translation>
    </message>
    <message>
        <source>Error of hue and strength</source>
        <translation>색상과 강도의 차이</translation>
    </message>
    <message>
        <source>Strength of the colours</source>
        <translation>색의 강도</translation>
    </message>
    <message>
        <source>Likeness of the pixels</source>
        <translation>픽셀의 비슷한 정도</translation>
    </message>
    <message>
        <source>ΔE2000; less is better. About 1 is just visible. This one decides.</source>
        <translation>ΔE2000. 작을수록 좋습니다. 1쯤이면 겨우 보입니다. 이 값으로 판정합니다.</translation>
    </message>
    <message>
        <source>Distance in a* and b*; less is better.</source>
        <translation>a*, b*에서의 거리. 작을수록 좋습니다.</translation>
    </message>
    <message>
        <source>100 % is as in the true colours; less is paler.</source>
        <translation>100 %는 실제 색과 같습니다. 작으면 색이 옅습니다.</translation>
    </message>
    <message>
        <source>PSNR in dB; more is better.</source>
        <translation>PSNR(dB). 클수록 좋습니다.</translation>
    </message>
    <message>
        <source>better</source>
        <translation>더 좋음</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>더 나쁨</translation>
    </message>
    <message>
        <source>too few to say</source>
        <translation>사진이 너무 적음</translation>
    </message>
    <message>
        <source>Better than {base} on pictures that were set aside</source>
        <translation>남겨 둔 사진에서 {base}보다 나음</translation>
    </message>
    <message>
        <source>Not as good as {base} on pictures that were set aside</source>
        <translation>남겨 둔 사진에서 {base}보다 못함</translation>
    </message>
    <message>
        <source>Too few pictures were set aside to compare it with {base}</source>
        <translation>{base}와(과) 비교하기에는 남겨 둔 사진이 너무 적음</translation>
    </message>
    <message>
        <source>Closer to the truth than {base}, but only by being paler</source>
        <translation>{base}보다 실제 색에 가깝지만 색이 옅어졌을 뿐임</translation>
    </message>
    <message>
        <source>no clear difference</source>
        <translation>뚜렷한 차이 없음</translation>
    </message>
    <message>
        <source>No better than {base}, as far as could be shown</source>
        <translation>{base}보다 낫다고 볼 근거가 없음</translation>
    </message>
    <message>
        <source>Farther from the truth than no colour</source>
        <translation>색이 없을 때보다 실제 색에서 멂</translation>
    </message>
    <message>
        <source>{done} of {total} pairs are judged.</source>
        <translation>{total}쌍 중 {done}쌍을 평가했습니다.</translation>
    </message>
    <message>
        <source>You preferred “{model}” {for_model} times, “{base}” {for_base} times; {ties} were alike to you.</source>
        <translation>“{model}” {for_model}번, “{base}” {for_base}번을 선택했고, {ties}번은 차이가 없다고 답했습니다.</translation>
    </message>
    <message>
        <source>That is more than chance: of many pictures like these it would be {low} to {high} of 100 for “{model}”.</source>
        <translation>우연이라고 보기 어렵습니다. 비슷한 사진이 많다면 100번에 {low}~{high}번은 “{model}”을(를) 선택할 것입니다.</translation>
    </message>
    <message>
        <source>That may be chance: of many pictures like these it could be {low} to {high} of 100 for “{model}”.</source>
        <translation>우연일 수 있습니다. 비슷한 사진이 많다면 “{model}”을(를) 선택할 횟수는 100번에 {low}~{high}번 사이입니다.</translation>
    </message>
    <message>
        <source>They look alike to you.</source>
        <translation>두 결과가 비슷해 보입니다.</translation>
    </message>
</context>
<context>
    <name>guess</name>
    <message>
        <source>well founded</source>
        <translation>근거가 충분함</translation>
    </message>
    <message>
        <source>likely</source>
        <translation>그럴듯함</translation>
    </message>
    <message>
        <source>a guess</source>
        <translation>추측</translation>
    </message>
</context>
<context>
    <name>licences</name>
    <message>
        <source>licence not known</source>
        <translation>라이선스 알 수 없음</translation>
    </message>
    <message>
        <source>Nobody has said what may be done with it; ask whoever made it.</source>
        <translation>이용 조건이 밝혀져 있지 않습니다. 만든 사람에게 문의하십시오.</translation>
    </message>
    <message>
        <source>MIT</source>
        <translation>MIT</translation>
    </message>
    <message>
        <source>Free for every use; whoever passes it on passes the licence text on with it.</source>
        <translation>모든 용도로 쓸 수 있습니다. 나누어 줄 때에는 라이선스 전문을 함께 전달해야 합니다.</translation>
    </message>
    <message>
        <source>CC0 1.0</source>
        <translation>CC0 1.0</translation>
    </message>
    <message>
        <source>Free for every use.</source>
        <translation>모든 용도로 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>CC BY 4.0</source>
        <translation>CC BY 4.0</translation>
    </message>
    <message>
        <source>Free for every use if its makers are named.</source>
        <translation>만든 사람을 밝히면 모든 용도로 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>CC BY-SA 4.0</source>
        <translation>CC BY-SA 4.0</translation>
    </message>
    <message>
        <source>Free for every use if its makers are named; what is made from it is passed on under the same licence.</source>
        <translation>만든 사람을 밝히면 모든 용도로 쓸 수 있습니다. 이를 바탕으로 만든 것은 같은 라이선스로 나누어야 합니다.</translation>
    </message>
    <message>
        <source>CC BY-NC 4.0</source>
        <translation>CC BY-NC 4.0</translation>
    </message>
    <message>
        <source>Not for commercial use; its makers are to be named.</source>
        <translation>상업적으로 쓸 수 없으며, 만든 사람을 밝혀야 합니다.</translation>
    </message>
    <message>
        <source>CC BY-NC-SA 4.0</source>
        <translation>CC BY-NC-SA 4.0</translation>
    </message>
    <message>
        <source>Not for commercial use; its makers are to be named, and what is made from it is passed on under the same licence.</source>
        <translation>상업적으로 쓸 수 없습니다. 만든 사람을 밝혀야 하며, 이를 바탕으로 만든 것은 같은 라이선스로 나누어야 합니다.</translation>
    </message>
    <message>
        <source>Korea Open Government License, type 1</source>
        <translation>공공누리 제1유형</translation>
    </message>
    <message>
        <source>Free for every use if its source is named.</source>
        <translation>출처를 밝히면 모든 용도로 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>for one house alone</source>
        <translation>기관 내부 전용</translation>
    </message>
    <message>
        <source>For the house that made it alone, not to be passed on.</source>
        <translation>만든 기관 안에서만 쓸 수 있으며 외부에 제공할 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>편집(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>사진(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>도구(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>보기(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Render size</source>
        <translation>렌더 크기</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Made from</source>
        <translation>바탕 모델</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>Version {version} · not in the library yet</source>
        <translation>버전 {version} · 아직 모델 목록에 없음</translation>
    </message>
    <message>
        <source>Version {version} · your own</source>
        <translation>버전 {version} · 사용자 모델</translation>
    </message>
    <message>
        <source>Version {version} · comes with Color Studio</source>
        <translation>버전 {version} · 기본 제공</translation>
    </message>
    <message>
        <source>{version} · your own</source>
        <translation>{version} · 사용자 모델</translation>
    </message>
    <message>
        <source>{version} · built in</source>
        <translation>{version} · 기본 제공</translation>
    </message>
    <message>
        <source>Mean colour error (ΔE2000); less is better</source>
        <translation>평균 색 오차(ΔE2000), 작을수록 좋음</translation>
    </message>
    <message>
        <source>Mean error of the chroma; less is better</source>
        <translation>평균 색도 오차, 작을수록 좋음</translation>
    </message>
    <message>
        <source>PSNR in dB; more is better</source>
        <translation>PSNR(dB), 클수록 좋음</translation>
    </message>
    <message>
        <source>Chroma, as a share of the truth&apos;s; 1 is best</source>
        <translation>실제 색도 대비 비율, 1이 가장 좋음</translation>
    </message>
    <message>
        <source>Colorfulness; as much as the true colours have is best</source>
        <translation>색의 풍부함, 실제 색과 같을 때 가장 좋음</translation>
    </message>
    <message>
        <source>rights not stated</source>
        <translation>권리 정보 없음</translation>
    </message>
    <message>
        <source>{count} pictures</source>
        <translation>{count}장</translation>
    </message>
    <message>
        <source>the mean of the weights of {packs}</source>
        <translation>{packs} 가중치의 평균</translation>
    </message>
    <message>
        <source>{steps} steps of {batch} pictures at {crop}</source>
        <translation>{steps}단계, 단계마다 {crop} 크기로 {batch}장</translation>
    </message>
    <message>
        <source>{first}, later {last} px</source>
        <translation>{first} px(후반 {last} px)</translation>
    </message>
    <message>
        <source>{time} on {machine}</source>
        <translation>{time}({machine})</translation>
    </message>
    <message>
        <source>began with an encoder that had learned ImageNet</source>
        <translation>ImageNet으로 학습한 인코더에서 시작</translation>
    </message>
    <message>
        <source>began with random weights</source>
        <translation>임의의 가중치에서 시작</translation>
    </message>
    <message>
        <source>began with {pack}</source>
        <translation>{pack}에서 시작</translation>
    </message>
    <message>
        <source>gave {pack}</source>
        <translation>결과: {pack}</translation>
    </message>
    <message>
        <source>Left the scan, right what this model makes of it.</source>
        <translation>왼쪽은 스캔, 오른쪽은 이 모델이 칠한 결과입니다.</translation>
    </message>
    <message>
        <source>Scan: {credit}</source>
        <translation>스캔: {credit}</translation>
    </message>
</context>
<context>
    <name>monitor</name>
    <message>
        <source>Stop the training now, without saving?</source>
        <translation>저장하지 않고 지금 학습을 중지하시겠습니까?</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>바로 중지</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>계속하기</translation>
    </message>
    <message>
        <source>This training writes no files for TensorBoard.</source>
        <translation>이 학습은 TensorBoard 파일을 만들지 않습니다.</translation>
    </message>
    <message>
        <source>They can be switched on for a new training, on the page for experts, before it starts.</source>
        <translation>새 학습을 시작하기 전에 전문가 페이지에서 켤 수 있습니다.</translation>
    </message>
    <message>
        <source>Show this training in TensorBoard with this command:</source>
        <translation>다음 명령으로 이 학습을 TensorBoard에서 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>명령 복사</translation>
    </message>
    <message>
        <source>All steps are made; the model is measured and written.</source>
        <translation>모든 단계를 마쳤습니다. 모델을 측정하고 저장하는 중입니다.</translation>
    </message>
    <message>
        <source>Its work is saved, and the computer is free for other things. It goes on when you resume it.</source>
        <translation>작업이 저장되었으며 컴퓨터를 다른 일에 쓸 수 있습니다. 이어서 하기를 누르면 계속합니다.</translation>
    </message>
    <message>
        <source>Nothing is lost. Make room on the disk, and the training goes on by itself.</source>
        <translation>잃은 것은 없습니다. 디스크 공간을 확보하면 학습이 저절로 계속됩니다.</translation>
    </message>
    <message>
        <source>The model is made. See how it compares before you use it.</source>
        <translation>모델이 만들어졌습니다. 사용하기 전에 비교 결과를 확인하십시오.</translation>
    </message>
    <message>
        <source>Step {step} of {steps}</source>
        <translation>{steps}단계 중 {step}단계</translation>
    </message>
    <message>
        <source>{duration} left</source>
        <translation>{duration} 남음</translation>
    </message>
    <message>
        <source>{speed} pictures a second</source>
        <translation>초당 {speed}장</translation>
    </message>
    <message>
        <source>pass {number} of {passes}</source>
        <translation>전체 {passes}회 중 {number}회째</translation>
    </message>
    <message>
        <source>CPU, 1 thread</source>
        <translation>CPU, 스레드 1개</translation>
    </message>
    <message>
        <source>CPU, {threads} threads</source>
        <translation>CPU, 스레드 {threads}개</translation>
    </message>
    <message>
        <source>The training program is starting.</source>
        <translation>학습 프로그램을 시작하는 중입니다.</translation>
    </message>
    <message>
        <source>Measuring: {done} of {total} pictures.</source>
        <translation>측정 중: 사진 {total}장 중 {done}장.</translation>
    </message>
    <message>
        <source>Reading the pictures: {done} of {total}.</source>
        <translation>사진 읽는 중: {total}장 중 {done}장.</translation>
    </message>
    <message>
        <source>It ended with an error; the log tells more.</source>
        <translation>오류로 끝났습니다. 자세한 내용은 로그에 있습니다.</translation>
    </message>
    <message>
        <source>Nothing is lost.</source>
        <translation>잃은 것은 없습니다.</translation>
    </message>
    <message>
        <source>The steps after step {step} are lost.</source>
        <translation>{step}단계 이후의 작업을 잃었습니다.</translation>
    </message>
    <message>
        <source>At most a minute of work is lost.</source>
        <translation>잃은 작업은 많아야 1분입니다.</translation>
    </message>
    <message>
        <source>At most {count} minutes of work are lost.</source>
        <translation>잃은 작업은 많아야 {count}분입니다.</translation>
    </message>
    <message>
        <source>The computer was switched off, or the training was ended from outside.</source>
        <translation>컴퓨터가 꺼졌거나 학습이 외부에서 종료되었습니다.</translation>
    </message>
    <message>
        <source>Resume it, and it goes on from what was saved last.</source>
        <translation>이어서 하기를 누르면 마지막으로 저장된 곳에서 계속합니다.</translation>
    </message>
    <message>
        <source>Its work is saved up to step {step}; it can be resumed at any time.</source>
        <translation>{step}단계까지 저장되었습니다. 언제든지 이어서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>{pictures} pictures, {held_out} kept for measuring</source>
        <translation>사진 {pictures}장, 측정용 {held_out}장</translation>
    </message>
</context>
<context>
    <name>presets</name>
    <message>
        <source>As predicted</source>
        <translation>예측 그대로</translation>
    </message>
    <message>
        <source>The colours as the model predicts them.</source>
        <translation>모델이 예측한 색 그대로입니다.</translation>
    </message>
    <message>
        <source>Gentle</source>
        <translation>은은하게</translation>
    </message>
    <message>
        <source>Held back: colours that never claim more than they know.</source>
        <translation>절제된 색으로, 아는 것 이상을 주장하지 않습니다.</translation>
    </message>
    <message>
        <source>Vivid</source>
        <translation>선명하게</translation>
    </message>
    <message>
        <source>Stronger colours, dull ones most of all, as in a modern print.</source>
        <translation>현대의 인화처럼 색을 진하게, 흐린 색일수록 더 진하게 합니다.</translation>
    </message>
    <message>
        <source>Hand-tinted</source>
        <translation>손채색</translation>
    </message>
    <message>
        <source>A thin wash over the print&apos;s own tone, as studios tinted by hand.</source>
        <translation>사진관에서 손으로 칠하던 것처럼 본래 색조 위에 옅게 입힙니다.</translation>
    </message>
    <message>
        <source>Autochrome</source>
        <translation>오토크롬</translation>
    </message>
    <message>
        <source>Warm and soft with deep reds and muted greens, as on plates of the 1910s.</source>
        <translation>1910년대 건판처럼 따뜻하고 부드러우며, 빨강은 깊고 초록은 차분합니다.</translation>
    </message>
    <message>
        <source>Sepia kept</source>
        <translation>세피아 유지</translation>
    </message>
    <message>
        <source>Half the colour over the scan&apos;s own tone.</source>
        <translation>스캔 본래의 색조 위에 색을 절반만 입힙니다.</translation>
    </message>
</context>
<context>
    <name>projects</name>
    <message>
        <source>A project keeps what was done to the scans; the scans stay as they are.</source>
        <translation>프로젝트는 스캔에 한 작업을 보관합니다. 스캔 파일은 그대로입니다.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>저장(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Don&apos;t save</source>
        <translation>저장 안 함(&amp;D)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>Save the project</source>
        <translation>프로젝트 저장</translation>
    </message>
    <message>
        <source>{name} exists already. Replace it?</source>
        <translation>{name}: 이미 있습니다. 바꾸시겠습니까?</translation>
    </message>
    <message>
        <source>Save the changes to {name}?</source>
        <translation>{name}의 변경 사항을 저장하시겠습니까?</translation>
    </message>
    <message>
        <source>Save what you did as a project?</source>
        <translation>작업 내용을 프로젝트로 저장하시겠습니까?</translation>
    </message>
    <message>
        <source>Color Studio projects</source>
        <translation>Color Studio 프로젝트</translation>
    </message>
</context>
<context>
    <name>result</name>
    <message>
        <source>Reading the scan…</source>
        <translation>스캔을 읽는 중…</translation>
    </message>
    <message>
        <source>Not coloured: something went wrong.</source>
        <translation>채색하지 못했습니다.</translation>
    </message>
    <message>
        <source>Stopped at the first, quick colours.</source>
        <translation>첫 색만 입힌 상태에서 멈췄습니다.</translation>
    </message>
    <message>
        <source>Not coloured.</source>
        <translation>채색하지 않음</translation>
    </message>
    <message>
        <source>First colours; the chosen render size follows…</source>
        <translation>첫 색입니다. 선택한 렌더 크기로 이어집니다…</translation>
    </message>
    <message>
        <source>Colouring…</source>
        <translation>채색 중…</translation>
    </message>
    <message>
        <source>Coloured in {seconds} s at {size} px</source>
        <translation>{size}픽셀, {seconds}초 만에 채색</translation>
    </message>
</context>
<context>
    <name>run_health</name>
    <message>
        <source>The disk is full</source>
        <translation>디스크가 가득 찼습니다</translation>
    </message>
    <message>
        <source>The training waits: it needs {needed} to save its work, and {free} are free.</source>
        <translation>학습이 기다리고 있습니다. 작업을 저장하려면 {needed}가 필요하지만 {free}만 남아 있습니다.</translation>
    </message>
    <message>
        <source>Make room on the disk; the training then goes on by itself.</source>
        <translation>디스크 공간을 확보하십시오. 그러면 학습이 저절로 계속됩니다.</translation>
    </message>
    <message>
        <source>The training went back a little</source>
        <translation>학습을 조금 되돌렸습니다</translation>
    </message>
    <message>
        <source>Its numbers grew without limit, so it went on from step {step} with {percent} % of its learning rate.</source>
        <translation>값이 끝없이 커져서 {step}단계로 돌아가 학습률을 {percent} %로 낮추고 계속했습니다.</translation>
    </message>
    <message>
        <source>Nothing needs to be done. If it happens again and again, begin anew with a lower learning rate.</source>
        <translation>따로 하실 일은 없습니다. 여러 번 반복되면 학습률을 낮추어 새로 시작하십시오.</translation>
    </message>
    <message>
        <source>Memory was short</source>
        <translation>메모리가 부족했습니다</translation>
    </message>
    <message>
        <source>{batch} pictures at once did not fit into the memory; the training takes {part} at a time and adds up what they teach. The result is as good, it takes somewhat longer.</source>
        <translation>사진 {batch}장을 한꺼번에 메모리에 올릴 수 없어 {part}장씩 나누어 학습한 뒤 합칩니다. 결과는 같지만 시간이 조금 더 걸립니다.</translation>
    </message>
    <message>
        <source>Nothing needs to be done; closing other programs gives it more memory.</source>
        <translation>따로 하실 일은 없습니다. 다른 프로그램을 닫으면 메모리가 늘어납니다.</translation>
    </message>
    <message>
        <source>Its memory ran out in the middle of a step, so it went on from step {step} and lost nothing else.</source>
        <translation>단계 도중에 메모리가 부족하여 {step}단계로 돌아가 계속했습니다. 그 밖에 잃은 것은 없습니다.</translation>
    </message>
    <message>
        <source>It has fallen silent</source>
        <translation>소식이 끊겼습니다</translation>
    </message>
    <message>
        <source>Nothing was heard from it for {minutes} minutes, although its program is running.</source>
        <translation>프로그램은 실행 중이지만 {minutes}분 동안 소식이 없습니다.</translation>
    </message>
    <message>
        <source>If the computer was asleep or is very busy, wait. If it stays silent, stop it now and resume it: it goes on from what was saved last.</source>
        <translation>컴퓨터가 절전 상태였거나 매우 바쁘다면 기다리십시오. 계속 소식이 없으면 바로 중지한 뒤 이어서 하기를 누르십시오. 마지막으로 저장된 곳에서 계속합니다.</translation>
    </message>
    <message>
        <source>The computer was asleep</source>
        <translation>컴퓨터가 절전 상태였습니다</translation>
    </message>
    <message>
        <source>It slept for {minutes} minutes, and the training stood still.</source>
        <translation>{minutes}분 동안 절전 상태여서 학습이 멈춰 있었습니다.</translation>
    </message>
    <message>
        <source>To train through the night, keep the computer from going to sleep in its power settings.</source>
        <translation>밤새 학습하려면 전원 설정에서 절전 모드로 들어가지 않게 하십시오.</translation>
    </message>
    <message>
        <source>There are few pictures</source>
        <translation>사진이 적습니다</translation>
    </message>
    <message>
        <source>{pictures} pictures teach a palette only roughly; {enough} or more are better.</source>
        <translation>사진 {pictures}장으로는 색을 대략적으로만 배웁니다. {enough}장 이상이 좋습니다.</translation>
    </message>
    <message>
        <source>Add more pictures the next time; pictures of the same kind help most.</source>
        <translation>다음에는 사진을 더 추가하십시오. 같은 종류의 사진이 가장 도움이 됩니다.</translation>
    </message>
    <message>
        <source>The discriminator is winning</source>
        <translation>판별기가 이기고 있습니다</translation>
    </message>
    <message>
        <source>The part that tells real colours from invented ones finds nearly every invention, so that the model learns little from it.</source>
        <translation>실제 색과 만들어 낸 색을 구별하는 부분이 거의 모두 알아맞혀서, 모델이 배우는 것이 적습니다.</translation>
    </message>
    <message>
        <source>Let it go on as long as the pictures get better. If they do not, begin anew with a lower learning rate for the discriminator (lr_D), or with a smaller weight of the adversarial loss (lambda_GAN).</source>
        <translation>사진이 좋아지는 동안은 그대로 두십시오. 좋아지지 않으면 판별기의 학습률(lr_D)을 낮추거나 적대적 손실의 비중(lambda_GAN)을 줄여 새로 시작하십시오.</translation>
    </message>
    <message>
        <source>The discriminator is losing</source>
        <translation>판별기가 지고 있습니다</translation>
    </message>
    <message>
        <source>The part that tells real colours from invented ones is wrong more often than by guessing, so that it cannot teach the model which colours look real.</source>
        <translation>실제 색과 만들어 낸 색을 구별하는 부분이 어림짐작보다도 자주 틀려서, 어떤 색이 진짜 같은지 모델에 가르치지 못합니다.</translation>
    </message>
    <message>
        <source>Wait a while: it often recovers. If it does not, begin anew with more steps of the discriminator for each of the generator (d_steps), or with a higher learning rate for it (lr_D).</source>
        <translation>대개 회복되므로 잠시 기다리십시오. 회복되지 않으면 생성기 한 단계당 판별기 단계 수(d_steps)를 늘리거나 판별기의 학습률(lr_D)을 높여 새로 시작하십시오.</translation>
    </message>
    <message>
        <source>It is not learning yet</source>
        <translation>아직 배우지 못하고 있습니다</translation>
    </message>
    <message>
        <source>On pictures it has not seen, its colours are no closer to the truth than plain grey.</source>
        <translation>학습에 쓰지 않은 사진에서, 색이 회색 그대로보다 실제 색에 더 가깝지 않습니다.</translation>
    </message>
    <message>
        <source>Look at the samples. If they stay without sense, stop, check that the pictures are in colour and of one kind, and begin from a shipped model instead of from nothing.</source>
        <translation>예시 사진을 확인하십시오. 계속 엉뚱하면 중지하고, 사진이 컬러이며 같은 종류인지 확인한 뒤, 처음부터가 아니라 기본 제공 모델에서 시작하십시오.</translation>
    </message>
    <message>
        <source>It is learning the pictures by heart</source>
        <translation>사진을 외우고 있습니다</translation>
    </message>
    <message>
        <source>On pictures it has not seen it was best at step {step} and is {percent} % worse now, while it goes on getting better on those it learns from (overfitting).</source>
        <translation>학습에 쓰지 않은 사진에서는 {step}단계에서 가장 좋았고 지금은 {percent} % 나빠졌지만, 학습에 쓰는 사진에서는 계속 좋아지고 있습니다(과적합).</translation>
    </message>
    <message>
        <source>A longer training will not help: stop it, and begin anew with fewer steps, or with more pictures.</source>
        <translation>더 오래 학습해도 도움이 되지 않습니다. 중지하고, 단계 수를 줄이거나 사진을 늘려 새로 시작하십시오.</translation>
    </message>
    <message>
        <source>It has learned the pictures by heart</source>
        <translation>사진을 외워 버렸습니다</translation>
    </message>
    <message>
        <source>On pictures it has not seen it was best at step {step} and ended {percent} % worse (overfitting).</source>
        <translation>학습에 쓰지 않은 사진에서는 {step}단계에서 가장 좋았고 끝났을 때는 {percent} % 나빠졌습니다(과적합).</translation>
    </message>
    <message>
        <source>Look at the result before you use it. The next time take fewer steps, or more pictures.</source>
        <translation>사용하기 전에 결과를 확인하십시오. 다음에는 단계 수를 줄이거나 사진을 늘리십시오.</translation>
    </message>
    <message>
        <source>It is getting worse</source>
        <translation>나빠지고 있습니다</translation>
    </message>
    <message>
        <source>On pictures it has not seen it was best at step {step} and is {percent} % worse now.</source>
        <translation>학습에 쓰지 않은 사진에서는 {step}단계에서 가장 좋았고 지금은 {percent} % 나빠졌습니다.</translation>
    </message>
    <message>
        <source>Watch the samples. It may recover as the learning rate falls; if not, begin anew with fewer steps or a lower learning rate.</source>
        <translation>예시 사진을 지켜보십시오. 학습률이 낮아지면 회복될 수 있습니다. 그렇지 않으면 단계 수나 학습률을 줄여 새로 시작하십시오.</translation>
    </message>
    <message>
        <source>Worse than the model it began with</source>
        <translation>시작할 때의 모델보다 나쁩니다</translation>
    </message>
    <message>
        <source>Its colours are {percent} % further from the truth than those of the model it began with.</source>
        <translation>시작할 때의 모델보다 색이 실제 색에서 {percent} % 더 멉니다.</translation>
    </message>
    <message>
        <source>It may still catch up as its learning rate falls. If it does not, keep the model you have, or begin anew with a lower learning rate.</source>
        <translation>학습률이 낮아지면서 따라잡을 수 있습니다. 그렇지 않으면 지금 쓰는 모델을 계속 쓰거나 학습률을 낮추어 새로 시작하십시오.</translation>
    </message>
    <message>
        <source>Keep the model you have, or begin anew with more pictures or a lower learning rate.</source>
        <translation>지금 쓰는 모델을 계속 쓰거나, 사진을 늘리거나 학습률을 낮추어 새로 시작하십시오.</translation>
    </message>
    <message>
        <source>It is losing what it had learned</source>
        <translation>배운 것을 잃고 있습니다</translation>
    </message>
    <message>
        <source>The error on the pictures it learns from was {percent} % smaller before; the learning rate is probably too high.</source>
        <translation>학습에 쓰는 사진의 오차가 전에는 {percent} % 더 작았습니다. 학습률이 너무 높은 것 같습니다.</translation>
    </message>
    <message>
        <source>Watch the samples. If they get worse, stop and begin anew with half the learning rate.</source>
        <translation>예시 사진을 지켜보십시오. 나빠지면 중지하고 학습률을 절반으로 낮추어 새로 시작하십시오.</translation>
    </message>
    <message>
        <source>The colours are pale</source>
        <translation>색이 연합니다</translation>
    </message>
    <message>
        <source>They have {percent} % of the strength that the true colours have.</source>
        <translation>실제 색에 비해 강도가 {percent} %입니다.</translation>
    </message>
    <message>
        <source>Part of it is made up for at the end. A longer training, or more weight of the adversarial loss (lambda_GAN), makes colours stronger.</source>
        <translation>일부는 마지막에 보정됩니다. 더 오래 학습하거나 적대적 손실의 비중(lambda_GAN)을 늘리면 색이 진해집니다.</translation>
    </message>
    <message>
        <source>The colours are too strong</source>
        <translation>색이 너무 진합니다</translation>
    </message>
    <message>
        <source>This often settles as the learning rate falls; a smaller adversarial weight (lambda_GAN) helps.</source>
        <translation>학습률이 낮아지면 대개 가라앉습니다. 적대적 손실의 비중(lambda_GAN)을 줄이면 도움이 됩니다.</translation>
    </message>
    <message>
        <source>Slower than before</source>
        <translation>전보다 느립니다</translation>
    </message>
    <message>
        <source>It learns from {now} pictures a second; it was {usual} before.</source>
        <translation>초당 {now}장을 학습합니다. 전에는 {usual}장이었습니다.</translation>
    </message>
    <message>
        <source>Another program probably uses the computer; close it, or let the training run at night.</source>
        <translation>다른 프로그램이 컴퓨터를 쓰고 있는 것 같습니다. 그 프로그램을 닫거나 밤에 학습하십시오.</translation>
    </message>
    <message>
        <source>It will take long</source>
        <translation>오래 걸립니다</translation>
    </message>
    <message>
        <source>At this speed it will be finished in {days} days.</source>
        <translation>이 속도라면 {days}일 뒤에 끝납니다.</translation>
    </message>
    <message>
        <source>You may pause it whenever the computer is needed. A training that begins from a shipped model takes hours instead.</source>
        <translation>컴퓨터가 필요할 때는 언제든지 일시 정지할 수 있습니다. 기본 제공 모델에서 시작하는 학습은 몇 시간이면 됩니다.</translation>
    </message>
    <message>
        <source>It has stopped getting better</source>
        <translation>더 좋아지지 않습니다</translation>
    </message>
    <message>
        <source>On pictures it has not seen it was best at step {step}, and is about as good now.</source>
        <translation>학습에 쓰지 않은 사진에서 {step}단계에 가장 좋았으며 지금도 비슷합니다.</translation>
    </message>
    <message>
        <source>Let it come to its end: a falling learning rate often brings a last improvement.</source>
        <translation>끝까지 두십시오. 학습률이 낮아지면서 마지막에 더 좋아지는 경우가 많습니다.</translation>
    </message>
    <message>
        <source>It is learning well</source>
        <translation>잘 배우고 있습니다</translation>
    </message>
    <message>
        <source>On pictures it has not seen, its colours are {grey} % closer to the truth than plain grey.</source>
        <translation>학습에 쓰지 않은 사진에서, 색이 회색 그대로보다 실제 색에 {grey} % 더 가깝습니다.</translation>
    </message>
    <message>
        <source>On pictures it has not seen, its colours are {grey} % closer to the truth than plain grey, and {base} % closer than those of the model it began with.</source>
        <translation>학습에 쓰지 않은 사진에서, 색이 회색 그대로보다 {grey} %, 시작할 때의 모델보다 {base} % 더 실제 색에 가깝습니다.</translation>
    </message>
    <message>
        <source>As good as the model it began with</source>
        <translation>시작할 때의 모델과 비슷한 수준입니다</translation>
    </message>
    <message>
        <source>Let it go on: what differs is learned last.</source>
        <translation>계속 두십시오. 차이가 나는 부분은 마지막에 배웁니다.</translation>
    </message>
    <message>
        <source>Look at the result: it compares both models picture by picture.</source>
        <translation>결과를 보십시오. 두 모델을 사진마다 비교해 보여 줍니다.</translation>
    </message>
    <message>
        <source>It has learned well</source>
        <translation>잘 배웠습니다</translation>
    </message>
    <message>
        <source>Too early to tell</source>
        <translation>아직 판단하기 이릅니다</translation>
    </message>
    <message>
        <source>After step {step} the model is measured for the first time, on pictures that it has not seen.</source>
        <translation>{step}단계 후에 학습에 쓰지 않은 사진으로 모델을 처음 측정합니다.</translation>
    </message>
    <message>
        <source>So far its colours are no closer to the truth than plain grey, which is usual at the beginning.</source>
        <translation>지금까지는 색이 회색 그대로보다 실제 색에 더 가깝지 않지만, 처음에는 흔한 일입니다.</translation>
    </message>
    <message>
        <source>It is getting ready</source>
        <translation>준비하고 있습니다</translation>
    </message>
    <message>
        <source>The pictures are read once, and are held at the size that is learned from.</source>
        <translation>사진을 한 번 읽어 학습에 쓸 크기로 보관합니다.</translation>
    </message>
    <message>
        <source>Not measured yet</source>
        <translation>아직 측정하지 않았습니다</translation>
    </message>
    <message>
        <source>The model is measured at the end, on pictures that it has not seen.</source>
        <translation>끝날 때 학습에 쓰지 않은 사진으로 모델을 측정합니다.</translation>
    </message>
    <message>
        <source>Not measured</source>
        <translation>측정하지 않음</translation>
    </message>
    <message>
        <source>It ended before the model was measured on pictures that it has not seen.</source>
        <translation>학습에 쓰지 않은 사진으로 모델을 측정하기 전에 끝났습니다.</translation>
    </message>
</context>
<context>
    <name>scan_state</name>
    <message>
        <source>coloured</source>
        <translation>채색됨</translation>
    </message>
    <message>
        <source>being coloured</source>
        <translation>채색 중</translation>
    </message>
    <message>
        <source>could not be coloured</source>
        <translation>채색하지 못함</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>편집됨</translation>
    </message>
    <message>
        <source>not saved in a project</source>
        <translation>프로젝트에 저장되지 않음</translation>
    </message>
    <message>
        <source>exported as it is</source>
        <translation>현재 상태로 내보냄</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>General</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>채색</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>The language of the window. It changes at once.</source>
        <translation>창에 쓰이는 언어입니다. 바로 바뀝니다.</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>모양</translation>
    </message>
    <message>
        <source>Light or dark; the surround of the picture is always neutral grey.</source>
        <translation>밝게 또는 어둡게 표시합니다. 사진 주변은 늘 중성 회색입니다.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Begin where I left off</source>
        <translation>지난번 작업 이어서 시작</translation>
    </message>
    <message>
        <source>Opens the project or the scans that were open when the window was closed.</source>
        <translation>창을 닫을 때 열려 있던 프로젝트나 스캔을 다시 엽니다.</translation>
    </message>
    <message>
        <source>Grey around the picture</source>
        <translation>사진 주위의 회색</translation>
    </message>
    <message>
        <source>A darker surround lets colours look lighter, a lighter one darker.</source>
        <translation>주위가 어두우면 색이 밝아 보이고, 밝으면 어두워 보입니다.</translation>
    </message>
    <message>
        <source>As the appearance</source>
        <translation>화면 모양에 맞춤</translation>
    </message>
    <message>
        <source>Dark grey</source>
        <translation>어두운 회색</translation>
    </message>
    <message>
        <source>Middle grey</source>
        <translation>중간 회색</translation>
    </message>
    <message>
        <source>Light grey</source>
        <translation>밝은 회색</translation>
    </message>
    <message>
        <source>Use the monitor&apos;s colour profile</source>
        <translation>모니터 색 프로파일 사용</translation>
    </message>
    <message>
        <source>Shows pictures as they are on a calibrated monitor; exports do not change.</source>
        <translation>교정된 모니터에서 사진의 색을 정확히 보여 줍니다. 내보내는 파일은 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Compute device</source>
        <translation>연산 장치</translation>
    </message>
    <message>
        <source>Where the model runs. Automatic takes a graphics card when there is one.</source>
        <translation>모델이 실행되는 장치입니다. 자동으로 두면 그래픽 카드가 있을 때 그것을 씁니다.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>프로세서(CPU)</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>NVIDIA 그래픽 카드(CUDA)</translation>
    </message>
    <message>
        <source>Apple graphics (MPS)</source>
        <translation>Apple 그래픽(MPS)</translation>
    </message>
    <message>
        <source>Render size of new scans</source>
        <translation>새 스캔의 렌더 크기</translation>
    </message>
    <message>
        <source>Short side, in pixels, at which the model sees a scan.</source>
        <translation>모델이 스캔을 볼 때의 짧은 변 길이(픽셀)입니다.</translation>
    </message>
    <message>
        <source>As the model recommends</source>
        <translation>모델 권장값</translation>
    </message>
    <message>
        <source>File format</source>
        <translation>파일 형식</translation>
    </message>
    <message>
        <source>The format that the export dialog proposes.</source>
        <translation>내보내기 창에서 먼저 제안하는 형식입니다.</translation>
    </message>
    <message>
        <source>As the scan</source>
        <translation>스캔과 같게</translation>
    </message>
    <message>
        <source>Show the folder after an export</source>
        <translation>내보낸 뒤 폴더 열기</translation>
    </message>
    <message>
        <source>Opens the file manager with the exported picture.</source>
        <translation>내보낸 사진이 있는 폴더를 파일 관리자에서 엽니다.</translation>
    </message>
</context>
<context>
    <name>shortcuts</name>
    <message>
        <source>Original, while it is held</source>
        <translation>누르고 있는 동안 원본 보기</translation>
    </message>
    <message>
        <source>Move the picture, while it is held</source>
        <translation>누르고 있는 동안 사진 옮기기</translation>
    </message>
    <message>
        <source>Move the divider of the wipe, or the picture</source>
        <translation>와이프 경계선 또는 사진 옮기기</translation>
    </message>
    <message>
        <source>Move the picture</source>
        <translation>사진 옮기기</translation>
    </message>
    <message>
        <source>Smaller or larger brush or hint</source>
        <translation>브러시나 힌트를 작게 또는 크게</translation>
    </message>
    <message>
        <source>Harder or softer edge of the brush</source>
        <translation>브러시 가장자리를 선명하게 또는 부드럽게</translation>
    </message>
    <message>
        <source>Brush or eraser</source>
        <translation>브러시와 지우개 전환</translation>
    </message>
    <message>
        <source>Move the selected hint or the crop; with Shift further</source>
        <translation>선택한 힌트나 자르기 영역 옮기기(Shift: 더 멀리)</translation>
    </message>
    <message>
        <source>Delete the selected hint</source>
        <translation>선택한 힌트 지우기</translation>
    </message>
    <message>
        <source>Apply the crop</source>
        <translation>자르기 적용</translation>
    </message>
    <message>
        <source>In the picture</source>
        <translation>사진에서</translation>
    </message>
    <message>
        <source>With a tool in the hand</source>
        <translation>도구를 쓸 때</translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source>Preparing the pictures</source>
        <translation>사진 준비 중</translation>
    </message>
    <message>
        <source>Learning: {share} %</source>
        <translation>학습 중: {share} %</translation>
    </message>
    <message>
        <source>Paused at {share} %</source>
        <translation>{share} %에서 일시 중지됨</translation>
    </message>
    <message>
        <source>Waits for room on the disk</source>
        <translation>디스크 공간을 기다리는 중</translation>
    </message>
    <message>
        <source>Measuring the result</source>
        <translation>결과를 측정하는 중</translation>
    </message>
    <message>
        <source>Stopped at {share} %</source>
        <translation>{share} %에서 중지됨</translation>
    </message>
    <message>
        <source>Failed at {share} %</source>
        <translation>{share} %에서 실패함</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Interrupted at {share} %</source>
        <translation>{share} %에서 중단됨</translation>
    </message>
    <message>
        <source>The training “{name}” is finished.</source>
        <translation>학습 “{name}”이(가) 끝났습니다.</translation>
    </message>
    <message>
        <source>The training “{name}” has stopped and can be resumed.</source>
        <translation>학습 “{name}”이(가) 중지되었습니다. 이어서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>The training “{name}” has ended before its time.</source>
        <translation>학습 “{name}”이(가) 예정보다 일찍 끝났습니다.</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>모든 사진</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>손상됨</translation>
    </message>
    <message>
        <source>Without a partner</source>
        <translation>짝이 없음</translation>
    </message>
    <message>
        <source>Too small</source>
        <translation>너무 작음</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>흑백</translation>
    </message>
    <message>
        <source>Toned, of one hue</source>
        <translation>단색조</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>중복</translation>
    </message>
    <message>
        <source>Look-alikes</source>
        <translation>비슷한 사진</translation>
    </message>
    <message>
        <source>Very long or tall</source>
        <translation>매우 길쭉함</translation>
    </message>
    <message>
        <source>Small</source>
        <translation>작음</translation>
    </message>
    <message>
        <source>Click a picture to leave it out, and once more to use it again. The half-dark sign marks what is set aside to measure on.</source>
        <translation>사진을 클릭하면 빠지고, 다시 클릭하면 쓰입니다. 반쪽이 어두운 표시는 측정용으로 남겨 둔 사진입니다.</translation>
    </message>
    <message>
        <source>These files cannot be read; they are never used. Scan or copy them again.</source>
        <translation>읽을 수 없는 파일이라 쓰지 않습니다. 다시 스캔하거나 복사하십시오.</translation>
    </message>
    <message>
        <source>Their black-and-white partner is missing; give it the same name. They are never used.</source>
        <translation>짝이 되는 흑백 사진이 없어 쓰지 않습니다. 같은 이름을 붙이십시오.</translation>
    </message>
    <message>
        <source>There is too little to be seen in them; they are never used.</source>
        <translation>보이는 것이 너무 적어 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>They would teach the model that the world is grey; better leave them out.</source>
        <translation>모델이 세상을 회색으로 배우게 되므로 빼는 것이 좋습니다.</translation>
    </message>
    <message>
        <source>Sepia, cyanotype and the like: they would teach one hue for everything; better leave them out.</source>
        <translation>세피아나 청사진처럼 한 가지 색조뿐이라 모든 것을 그 색으로 배우게 됩니다. 빼는 것이 좋습니다.</translation>
    </message>
    <message>
        <source>The same file is there already; once is enough.</source>
        <translation>같은 파일이 이미 있습니다. 한 장이면 충분합니다.</translation>
    </message>
    <message>
        <source>Almost the same picture is there already. It may stay: twins are kept together when measuring.</source>
        <translation>거의 같은 사진이 이미 있습니다. 그대로 두어도 됩니다. 측정할 때 비슷한 사진은 함께 다룹니다.</translation>
    </message>
    <message>
        <source>Only the middle of them is learned from. Leave out scans of strips and rulers.</source>
        <translation>가운데 부분만 학습에 쓰입니다. 필름 띠나 자를 스캔한 것은 빼십시오.</translation>
    </message>
    <message>
        <source>Under 128 pixels: they may stay, but they teach little.</source>
        <translation>128픽셀보다 작습니다. 그대로 두어도 되지만 배울 것이 적습니다.</translation>
    </message>
    <message>
        <source>There is nothing to learn from: choose folders with colour pictures.</source>
        <translation>배울 사진이 없습니다. 컬러 사진이 있는 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Too few pictures: do not expect a better model from {count}.</source>
        <translation>사진이 너무 적습니다. {count}장으로는 더 나은 모델을 기대하기 어렵습니다.</translation>
    </message>
    <message>
        <source>A beginning: {count} pictures can teach a palette, if they are alike.</source>
        <translation>시작할 만합니다. 사진 {count}장이 서로 비슷하다면 색감을 가르칠 수 있습니다.</translation>
    </message>
    <message>
        <source>Enough: {count} pictures can teach the palette of your collection.</source>
        <translation>충분합니다. 사진 {count}장으로 소장 자료의 색감을 가르칠 수 있습니다.</translation>
    </message>
    <message>
        <source>Plenty: {count} pictures can teach colours and things well.</source>
        <translation>넉넉합니다. 사진 {count}장으로 색과 사물을 잘 가르칠 수 있습니다.</translation>
    </message>
    <message>
        <source>The model will learn them by heart. Add more, from 200 on, before you spend a night on it.</source>
        <translation>모델이 사진을 외워 버립니다. 하룻밤을 들이기 전에 200장 이상으로 늘리십시오.</translation>
    </message>
    <message>
        <source>Fine-tune a finished model and keep it short; the measuring at the end tells whether it helped.</source>
        <translation>완성된 모델을 짧게 이어 학습하십시오. 도움이 되었는지는 마지막 측정에서 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Fine-tune a finished model; from scratch the model would know too little of the world.</source>
        <translation>완성된 모델을 이어 학습하십시오. 처음부터 학습하면 모델이 아는 것이 너무 적습니다.</translation>
    </message>
    <message>
        <source>Fine-tuning is still the surest way; training from scratch is possible and takes far longer.</source>
        <translation>이어 학습하는 것이 가장 확실합니다. 처음부터 학습할 수도 있지만 훨씬 오래 걸립니다.</translation>
    </message>
    <message>
        <source>Colour pictures; their grey is computed.</source>
        <translation>컬러 사진이며 흑백은 계산해서 만듭니다.</translation>
    </message>
    <message>
        <source>Pairs of colour and black-and-white pictures.</source>
        <translation>컬러와 흑백이 짝을 이룬 사진입니다.</translation>
    </message>
    <message>
        <source>The layout of Victorian400: “resized” and “gray” side by side.</source>
        <translation>Victorian400의 구성입니다. “resized”와 “gray” 폴더가 나란히 있습니다.</translation>
    </message>
    <message>
        <source>{learned} are learned from, {held_out} are set aside to measure on, {left_out} are left out; a roll or a book is never divided.</source>
        <translation>{learned}장은 학습에 쓰고, {held_out}장은 측정용으로 남겨 두며, {left_out}장은 뺍니다. 한 필름이나 한 책의 사진은 나누지 않습니다.</translation>
    </message>
    <message>
        <source>Like {name}</source>
        <translation>{name}과(와) 비슷함</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>뺀 사진</translation>
    </message>
    <message>
        <source>Set aside to measure on</source>
        <translation>측정용으로 남겨 둠</translation>
    </message>
    <message>
        <source>Learned from</source>
        <translation>학습에 씀</translation>
    </message>
    <message>
        <source>Teach a finished model the colours of my collection</source>
        <translation>완성된 모델에 내 소장 자료의 색 가르치기</translation>
    </message>
    <message>
        <source>Half an hour to a night</source>
        <translation>30분에서 하룻밤</translation>
    </message>
    <message>
        <source>The model knows skin, sky and trees already, and learns how your pictures differ. The right choice for most collections.</source>
        <translation>모델이 피부, 하늘, 나무를 이미 알고 있으며 내 사진이 어떻게 다른지만 배웁니다. 대부분의 소장 자료에 알맞습니다.</translation>
    </message>
    <message>
        <source>Try it quickly</source>
        <translation>빠르게 시험해 보기</translation>
    </message>
    <message>
        <source>Ten minutes</source>
        <translation>10분</translation>
    </message>
    <message>
        <source>The same with small pictures and few steps: shows whether the pictures are good to learn from, before you give it a night.</source>
        <translation>같은 방법을 작은 사진과 적은 단계로 해 봅니다. 하룻밤을 들이기 전에 사진이 학습에 알맞은지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Train a model from nothing, as in the pix2pix paper</source>
        <translation>pix2pix 논문처럼 모델을 처음부터 학습하기</translation>
    </message>
    <message>
        <source>A day or more</source>
        <translation>하루 이상</translation>
    </message>
    <message>
        <source>Two networks play against each other: one colours, the other tries to tell its colours from true ones. For research, and for pictures unlike anything else, such as Victorian engravings.</source>
        <translation>두 신경망이 서로 겨룹니다. 하나는 색을 입히고, 다른 하나는 그 색을 실제 색과 구별하려 합니다. 연구용이거나, 빅토리아 시대 판화처럼 다른 것과 전혀 다른 그림에 알맞습니다.</translation>
    </message>
    <message>
        <source>Not clarified yet</source>
        <translation>아직 확인되지 않음</translation>
    </message>
    <message>
        <source>Public domain (CC0 1.0)</source>
        <translation>퍼블릭 도메인(CC0 1.0)</translation>
    </message>
    <message>
        <source>Free with credit (CC BY 4.0)</source>
        <translation>출처를 밝히면 자유롭게 이용(CC BY 4.0)</translation>
    </message>
    <message>
        <source>Free with credit, under the same terms (CC BY-SA 4.0)</source>
        <translation>출처를 밝히고 같은 조건으로 이용(CC BY-SA 4.0)</translation>
    </message>
    <message>
        <source>Not for commercial use (CC BY-NC 4.0)</source>
        <translation>비상업적 이용만(CC BY-NC 4.0)</translation>
    </message>
    <message>
        <source>Korea Open Government License, type 1 (credit)</source>
        <translation>공공누리 제1유형(출처 표시)</translation>
    </message>
    <message>
        <source>For this house alone, not to be passed on</source>
        <translation>기관 내부용, 외부 제공 금지</translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation>약 1분</translation>
    </message>
    <message>
        <source>about {count} minutes</source>
        <translation>약 {count}분</translation>
    </message>
    <message>
        <source>about {count} hours</source>
        <translation>약 {count}시간</translation>
    </message>
    <message>
        <source>about {count} days</source>
        <translation>약 {count}일</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>{time}까지</translation>
    </message>
    <message>
        <source>until tomorrow {time}</source>
        <translation>내일 {time}까지</translation>
    </message>
    <message>
        <source>ddd d MMMM</source>
        <translation>M월 d일(ddd)</translation>
    </message>
    <message>
        <source>until {date}, {time}</source>
        <translation>{date} {time}까지</translation>
    </message>
    <message>
        <source>at most about a minute</source>
        <translation>길어야 약 1분</translation>
    </message>
    <message>
        <source>at most about {minutes} minutes</source>
        <translation>길어야 약 {minutes}분</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>배치</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>인스턴스</translation>
    </message>
    <message>
        <source>Steps and crops</source>
        <translation>단계와 조각</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>How often every picture is seen; the length on the page before follows it.</source>
        <translation>사진마다 몇 번 보는지 정합니다. 앞 페이지의 길이가 이에 맞추어 바뀝니다.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Pictures in a step: more make calmer steps, and need more memory.</source>
        <translation>한 단계에 쓰는 사진 수입니다. 많을수록 안정되지만 메모리가 더 필요합니다.</translation>
    </message>
    <message>
        <source>Pictures at once</source>
        <translation>한 번에 처리할 사진</translation>
    </message>
    <message>
        <source>How many pictures of a batch are in memory together; gradients are added up. 0: the whole batch.</source>
        <translation>배치 가운데 한꺼번에 메모리에 올릴 사진 수입니다. 기울기는 더해집니다. 0: 배치 전체.</translation>
    </message>
    <message>
        <source>Crop (px)</source>
        <translation>조각 크기(px)</translation>
    </message>
    <message>
        <source>Side of the squares that are cut out of the pictures and learned from.</source>
        <translation>사진에서 잘라 내어 학습하는 정사각형의 한 변입니다.</translation>
    </message>
    <message>
        <source>Late crop (px)</source>
        <translation>후반 조각 크기(px)</translation>
    </message>
    <message>
        <source>Side of the crops towards the end; 0: as at the beginning.</source>
        <translation>후반에 쓰는 조각의 한 변입니다. 0: 처음과 같음.</translation>
    </message>
    <message>
        <source>Late crops from</source>
        <translation>후반 시작점</translation>
    </message>
    <message>
        <source>Share of the steps after which the late crop holds, 0 to 1.</source>
        <translation>전체 단계 중 후반 조각을 쓰기 시작하는 비율입니다(0~1).</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>The same seed gives the same training again on the same processor.</source>
        <translation>같은 프로세서에서 시드가 같으면 학습도 똑같이 되풀이됩니다.</translation>
    </message>
    <message>
        <source>Checkpoint every</source>
        <translation>체크포인트 간격</translation>
    </message>
    <message>
        <source>Steps between two checkpoints; what comes after the last one can be lost.</source>
        <translation>체크포인트 사이의 단계 수입니다. 마지막 체크포인트 이후의 작업은 잃을 수 있습니다.</translation>
    </message>
    <message>
        <source>Checkpoints kept</source>
        <translation>보관할 체크포인트</translation>
    </message>
    <message>
        <source>How many of the newest checkpoints stay on the disk.</source>
        <translation>디스크에 남겨 둘 최근 체크포인트의 수입니다.</translation>
    </message>
    <message>
        <source>Loss (what counts as wrong)</source>
        <translation>손실(무엇을 틀린 것으로 보는가)</translation>
    </message>
    <message>
        <source>GAN loss</source>
        <translation>GAN 손실</translation>
    </message>
    <message>
        <source>How the two networks play against each other.</source>
        <translation>두 신경망이 겨루는 방식입니다.</translation>
    </message>
    <message>
        <source>Vanilla (2014, non-saturating)</source>
        <translation>바닐라(2014, 비포화)</translation>
    </message>
    <message>
        <source>Original minimax (saturating)</source>
        <translation>원래의 미니맥스(포화)</translation>
    </message>
    <message>
        <source>Least squares (LSGAN)</source>
        <translation>최소 제곱(LSGAN)</translation>
    </message>
    <message>
        <source>Hinge</source>
        <translation>힌지</translation>
    </message>
    <message>
        <source>Weight of the pixels (lambda_L1)</source>
        <translation>픽셀 비중(lambda_L1)</translation>
    </message>
    <message>
        <source>How much it counts that every pixel is near the true colour.</source>
        <translation>모든 픽셀이 실제 색에 가까운 것을 얼마나 중요하게 볼지 정합니다.</translation>
    </message>
    <message>
        <source>Weight of the judge (lambda_GAN)</source>
        <translation>판별기 비중(lambda_GAN)</translation>
    </message>
    <message>
        <source>How much it counts that the discriminator believes the colours; 0: no judge.</source>
        <translation>판별기가 색을 진짜로 믿는 것을 얼마나 중요하게 볼지 정합니다. 0: 판별기를 쓰지 않음.</translation>
    </message>
    <message>
        <source>Leniency</source>
        <translation>관용 범위</translation>
    </message>
    <message>
        <source>Differences below this (Lab units) count less than in proportion; 0: plain L1.</source>
        <translation>이보다 작은 차이(Lab 단위)는 비례보다 적게 셉니다. 0: 단순 L1.</translation>
    </message>
    <message>
        <source>As the eye sees</source>
        <translation>눈에 보이는 대로</translation>
    </message>
    <message>
        <source>Lets differences between strong colours count less, as they do to the eye; 0: off.</source>
        <translation>눈에 보이는 것처럼 진한 색끼리의 차이를 적게 셉니다. 0: 끔.</translation>
    </message>
    <message>
        <source>Vividness</source>
        <translation>생생함</translation>
    </message>
    <message>
        <source>Moves results from the middle of what is likely towards its colourful part.</source>
        <translation>그럴듯한 색의 가운데에서 더 다채로운 쪽으로 결과를 옮깁니다.</translation>
    </message>
    <message>
        <source>Alone at first</source>
        <translation>판별기 없이 시작</translation>
    </message>
    <message>
        <source>Share of the steps before the discriminator comes in, 0 to 1.</source>
        <translation>판별기가 들어오기 전까지의 단계 비율입니다(0~1).</translation>
    </message>
    <message>
        <source>Judge comes in over</source>
        <translation>판별기 도입 구간</translation>
    </message>
    <message>
        <source>Steps over which its weight then rises from nothing.</source>
        <translation>판별기의 비중이 0에서부터 올라가는 단계 수입니다.</translation>
    </message>
    <message>
        <source>Optimiser (how it learns)</source>
        <translation>최적화(어떻게 배우는가)</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>최적화 방법</translation>
    </message>
    <message>
        <source>Adam as in the paper, or AdamW, which holds large weights back.</source>
        <translation>논문과 같은 Adam 또는 큰 가중치를 억제하는 AdamW입니다.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>How far a step goes: too high never settles, too low never arrives.</source>
        <translation>한 단계에 얼마나 나아가는지 정합니다. 너무 높으면 안정되지 않고 너무 낮으면 끝에 이르지 못합니다.</translation>
    </message>
    <message>
        <source>Learning rate of the encoder</source>
        <translation>인코더 학습률</translation>
    </message>
    <message>
        <source>Lower where the encoder knows much already; 0: as the rest.</source>
        <translation>인코더가 이미 많이 알면 낮춥니다. 0: 나머지와 같음.</translation>
    </message>
    <message>
        <source>Learning rate of the judge</source>
        <translation>판별기 학습률</translation>
    </message>
    <message>
        <source>Lower it when the discriminator wins all the time.</source>
        <translation>판별기가 늘 이기면 낮추십시오.</translation>
    </message>
    <message>
        <source>Judge&apos;s steps</source>
        <translation>판별기 단계 수</translation>
    </message>
    <message>
        <source>Steps of the discriminator for each step of the generator.</source>
        <translation>생성기 한 단계당 판별기가 학습하는 단계 수입니다.</translation>
    </message>
    <message>
        <source>Beta 1</source>
        <translation>베타 1</translation>
    </message>
    <message>
        <source>How long Adam remembers the direction of its steps; pix2pix takes 0.5.</source>
        <translation>Adam이 나아가던 방향을 얼마나 기억하는지 정합니다. pix2pix는 0.5를 씁니다.</translation>
    </message>
    <message>
        <source>Beta 2</source>
        <translation>베타 2</translation>
    </message>
    <message>
        <source>How long Adam remembers the size of its steps.</source>
        <translation>Adam이 나아가던 크기를 얼마나 기억하는지 정합니다.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>가중치 감쇠</translation>
    </message>
    <message>
        <source>Pulls weights towards zero, against learning by heart; for AdamW.</source>
        <translation>사진을 외우지 않도록 가중치를 0쪽으로 당깁니다. AdamW에서 씁니다.</translation>
    </message>
    <message>
        <source>Course of the rate</source>
        <translation>학습률 변화</translation>
    </message>
    <message>
        <source>How the learning rate falls over the training.</source>
        <translation>학습하는 동안 학습률이 낮아지는 방식입니다.</translation>
    </message>
    <message>
        <source>Falls in the second half</source>
        <translation>후반에 낮아짐</translation>
    </message>
    <message>
        <source>Cosine</source>
        <translation>코사인</translation>
    </message>
    <message>
        <source>Stays the same</source>
        <translation>그대로 유지</translation>
    </message>
    <message>
        <source>Warm-up steps</source>
        <translation>준비 단계</translation>
    </message>
    <message>
        <source>Steps over which the rate rises from zero, so that nothing is spoilt at first.</source>
        <translation>처음에 망가지지 않도록 학습률이 0에서 올라가는 단계 수입니다.</translation>
    </message>
    <message>
        <source>Lowest rate</source>
        <translation>최저 학습률</translation>
    </message>
    <message>
        <source>Share of the rate that a cosine does not fall below.</source>
        <translation>코사인이 이보다 낮아지지 않는 학습률의 비율입니다.</translation>
    </message>
    <message>
        <source>Keep the encoder&apos;s statistics</source>
        <translation>인코더 통계 유지</translation>
    </message>
    <message>
        <source>Better for small batches and few pictures.</source>
        <translation>배치가 작고 사진이 적을 때 좋습니다.</translation>
    </message>
    <message>
        <source>Averaging of weights</source>
        <translation>가중치 평균</translation>
    </message>
    <message>
        <source>The model is the average over about 1 / (1 − value) steps; 0: off.</source>
        <translation>약 1 / (1 − 값) 단계의 평균을 모델로 씁니다. 0: 끔.</translation>
    </message>
    <message>
        <source>Generator (the network that colours)</source>
        <translation>생성기(색을 입히는 신경망)</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Used where the training begins from nothing; a model brings its own.</source>
        <translation>처음부터 학습할 때 씁니다. 바탕 모델이 있으면 그 모델의 신경망을 씁니다.</translation>
    </message>
    <message>
        <source>EfficientNet with a U-Net decoder</source>
        <translation>U-Net 디코더를 붙인 EfficientNet</translation>
    </message>
    <message>
        <source>U-Net of pix2pix</source>
        <translation>pix2pix의 U-Net</translation>
    </message>
    <message>
        <source>Weights at the beginning</source>
        <translation>시작 가중치</translation>
    </message>
    <message>
        <source>Random ones, or an encoder that knows objects already (ImageNet).</source>
        <translation>무작위이거나 이미 사물을 아는 인코더(ImageNet)입니다.</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>무작위</translation>
    </message>
    <message>
        <source>ImageNet encoder</source>
        <translation>ImageNet 인코더</translation>
    </message>
    <message>
        <source>Width (ngf)</source>
        <translation>폭(ngf)</translation>
    </message>
    <message>
        <source>Filters of the first layer: more can learn more, and take longer.</source>
        <translation>첫 층의 필터 수입니다. 많을수록 더 배우지만 오래 걸립니다.</translation>
    </message>
    <message>
        <source>Depth (num_downs)</source>
        <translation>깊이(num_downs)</translation>
    </message>
    <message>
        <source>How often the picture is halved: 8 for crops of 256 px, 7 for 128 px.</source>
        <translation>사진을 절반으로 줄이는 횟수입니다. 조각이 256px이면 8, 128px이면 7입니다.</translation>
    </message>
    <message>
        <source>Normalisation</source>
        <translation>정규화</translation>
    </message>
    <message>
        <source>Evens out the layers over a batch of pictures or for each picture.</source>
        <translation>배치 전체 또는 사진마다 층의 값을 고르게 합니다.</translation>
    </message>
    <message>
        <source>Statistics when used</source>
        <translation>사용할 때의 통계</translation>
    </message>
    <message>
        <source>Those of the picture itself, as pix2pix has it, or those kept from training.</source>
        <translation>pix2pix처럼 그 사진의 통계를 쓰거나 학습에서 저장한 통계를 씁니다.</translation>
    </message>
    <message>
        <source>Of the picture</source>
        <translation>사진의 통계</translation>
    </message>
    <message>
        <source>Kept from training</source>
        <translation>학습에서 저장한 통계</translation>
    </message>
    <message>
        <source>Understands hints</source>
        <translation>힌트 이해</translation>
    </message>
    <message>
        <source>Whether the model can be told colours at single places.</source>
        <translation>몇몇 자리의 색을 모델에 알려 줄 수 있는지 정합니다.</translation>
    </message>
    <message>
        <source>Noise (dropout)</source>
        <translation>잡음(드롭아웃)</translation>
    </message>
    <message>
        <source>Share of channels that noise silences: what makes one proposal unlike the next.</source>
        <translation>잡음이 끄는 채널의 비율입니다. 채색안이 서로 달라지는 까닭입니다.</translation>
    </message>
    <message>
        <source>Discriminator (the network that judges)</source>
        <translation>판별기(판단하는 신경망)</translation>
    </message>
    <message>
        <source>Width (ndf)</source>
        <translation>폭(ndf)</translation>
    </message>
    <message>
        <source>Filters of its first layer: more judge more finely, and take longer.</source>
        <translation>첫 층의 필터 수입니다. 많을수록 세밀하게 판단하지만 오래 걸립니다.</translation>
    </message>
    <message>
        <source>PatchGAN layers</source>
        <translation>PatchGAN 층 수</translation>
    </message>
    <message>
        <source>3 layers judge patches of 70 × 70 pixels; more layers judge larger patches.</source>
        <translation>3층이면 70 × 70픽셀 조각을 판단하고, 층이 많을수록 더 큰 조각을 판단합니다.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Colour hints</source>
        <translation>색 힌트</translation>
    </message>
    <message>
        <source>Pictures with hints</source>
        <translation>힌트가 있는 사진</translation>
    </message>
    <message>
        <source>How often a picture is shown with some of its colours given, 0 to 1.</source>
        <translation>일부 색을 알려 준 채로 사진을 보여 주는 비율입니다(0~1).</translation>
    </message>
    <message>
        <source>Few or many</source>
        <translation>힌트 수의 분포</translation>
    </message>
    <message>
        <source>One divided by the mean number of hints; used where the most hints are 0.</source>
        <translation>1을 평균 힌트 수로 나눈 값입니다. 최대 힌트 수가 0일 때 씁니다.</translation>
    </message>
    <message>
        <source>Most hints</source>
        <translation>최대 힌트 수</translation>
    </message>
    <message>
        <source>Largest number of hints in a picture; one is as likely as dozens.</source>
        <translation>사진 한 장에 주는 힌트의 최대 수입니다. 한 개와 수십 개가 고르게 나옵니다.</translation>
    </message>
    <message>
        <source>Largest hint (px)</source>
        <translation>힌트 최대 크기(px)</translation>
    </message>
    <message>
        <source>Largest side of the patch whose colour is given.</source>
        <translation>색을 알려 주는 조각의 가장 큰 변입니다.</translation>
    </message>
    <message>
        <source>Variation of the pictures</source>
        <translation>사진의 변형</translation>
    </message>
    <message>
        <source>Smallest crop</source>
        <translation>가장 작은 조각</translation>
    </message>
    <message>
        <source>Side of the smallest crops, as a share of the picture&apos;s short side.</source>
        <translation>가장 작은 조각의 한 변을 사진의 짧은 변에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Largest crop</source>
        <translation>가장 큰 조각</translation>
    </message>
    <message>
        <source>Side of the largest crops, as a share of the picture&apos;s short side.</source>
        <translation>가장 큰 조각의 한 변을 사진의 짧은 변에 대한 비율로 나타냅니다.</translation>
    </message>
    <message>
        <source>Mirror at random</source>
        <translation>무작위 좌우 반전</translation>
    </message>
    <message>
        <source>Shows every second picture mirrored: it is as if there were more of them.</source>
        <translation>절반의 사진을 좌우로 뒤집어 보여 줍니다. 사진이 늘어난 것과 같습니다.</translation>
    </message>
    <message>
        <source>Change tones</source>
        <translation>톤 바꾸기</translation>
    </message>
    <message>
        <source>How often gamma, contrast, grain and blur of the grey input are changed, 0 to 1.</source>
        <translation>흑백 입력의 감마, 대비, 입자, 흐림을 바꾸는 비율입니다(0~1).</translation>
    </message>
    <message>
        <source>Most gamma</source>
        <translation>최대 감마</translation>
    </message>
    <message>
        <source>Largest change of gamma, as an exponent of 2.</source>
        <translation>감마의 최대 변화를 2의 지수로 나타냅니다.</translation>
    </message>
    <message>
        <source>Most contrast</source>
        <translation>최대 대비</translation>
    </message>
    <message>
        <source>Largest relative change of the contrast.</source>
        <translation>대비의 최대 상대 변화입니다.</translation>
    </message>
    <message>
        <source>Most grain</source>
        <translation>최대 입자</translation>
    </message>
    <message>
        <source>Largest strength of added grain, in L*.</source>
        <translation>더하는 입자의 최대 세기입니다(L*).</translation>
    </message>
    <message>
        <source>Most blur</source>
        <translation>최대 흐림</translation>
    </message>
    <message>
        <source>Largest radius of blur, in pixels of the crop.</source>
        <translation>흐림의 최대 반지름입니다(조각의 픽셀).</translation>
    </message>
    <message>
        <source>Fading</source>
        <translation>바램</translation>
    </message>
    <message>
        <source>How often the grey input is faded as an old print is, 0 to 1.</source>
        <translation>흑백 입력을 오래된 인화 사진처럼 바래게 하는 비율입니다(0~1).</translation>
    </message>
    <message>
        <source>Vignettes</source>
        <translation>비네팅</translation>
    </message>
    <message>
        <source>How often it gets darker or lighter towards the corners, 0 to 1.</source>
        <translation>모서리로 갈수록 어둡거나 밝게 하는 비율입니다(0~1).</translation>
    </message>
    <message>
        <source>Halftone</source>
        <translation>망점</translation>
    </message>
    <message>
        <source>How often it gets the screen of a printed picture, 0 to 1.</source>
        <translation>인쇄물의 망점을 입히는 비율입니다(0~1).</translation>
    </message>
    <message>
        <source>Film borders</source>
        <translation>필름 테두리</translation>
    </message>
    <message>
        <source>How often it gets the border of a film or of paper, 0 to 1.</source>
        <translation>필름이나 인화지의 테두리를 넣는 비율입니다(0~1).</translation>
    </message>
    <message>
        <source>Other paper</source>
        <translation>다른 종이</translation>
    </message>
    <message>
        <source>How often a plate gets paper of another tint, in colour and in grey, 0 to 1.</source>
        <translation>도판의 종이를 다른 색조로 바꾸는 빈도입니다. 컬러와 흑백에 함께 적용됩니다(0~1).</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Layout of the folders</source>
        <translation>폴더 구성</translation>
    </message>
    <message>
        <source>Colour pictures alone, or pairs of a colour and a black-and-white picture.</source>
        <translation>컬러 사진만 있거나, 컬러와 흑백이 짝을 이룬 구성입니다.</translation>
    </message>
    <message>
        <source>Colour pictures</source>
        <translation>컬러 사진</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>짝</translation>
    </message>
    <message>
        <source>Held together</source>
        <translation>함께 묶기</translation>
    </message>
    <message>
        <source>What is either all learned from or all set aside for measuring.</source>
        <translation>모두 학습에 쓰거나 모두 측정용으로 남겨 둘 묶음입니다.</translation>
    </message>
    <message>
        <source>Nothing: each picture for itself</source>
        <translation>묶지 않음: 사진마다 따로</translation>
    </message>
    <message>
        <source>The pictures of a folder</source>
        <translation>한 폴더의 사진</translation>
    </message>
    <message>
        <source>Files of the same name</source>
        <translation>이름이 같은 파일</translation>
    </message>
    <message>
        <source>Set aside one in</source>
        <translation>측정용 비율</translation>
    </message>
    <message>
        <source>One group in so many is never learned from: it shows what was understood.</source>
        <translation>이만큼의 묶음 중 하나는 학습에 쓰지 않고 무엇을 이해했는지 확인합니다.</translation>
    </message>
    <message>
        <source>Hold look-alikes together</source>
        <translation>비슷한 사진 함께 묶기</translation>
    </message>
    <message>
        <source>No picture is measured on whose twin was learned from.</source>
        <translation>학습한 사진과 비슷한 사진으로 측정하지 않습니다.</translation>
    </message>
    <message>
        <source>Least colour</source>
        <translation>최소 색</translation>
    </message>
    <message>
        <source>Pictures with less colour than this (Lab units) count as grey and are unused.</source>
        <translation>색이 이보다 적은 사진(Lab 단위)은 흑백으로 보고 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>Kept at (px)</source>
        <translation>보관 크기(px)</translation>
    </message>
    <message>
        <source>Short side to which pictures are shrunk once, before the first step.</source>
        <translation>첫 단계 전에 사진을 한 번 줄일 때의 짧은 변입니다.</translation>
    </message>
    <message>
        <source>Folder for shrunk pictures</source>
        <translation>줄인 사진 폴더</translation>
    </message>
    <message>
        <source>Where they are kept; empty: where Color Studio keeps such things.</source>
        <translation>줄인 사진을 둘 곳입니다. 비워 두면 Color Studio의 기본 위치를 씁니다.</translation>
    </message>
    <message>
        <source>Weights of folders</source>
        <translation>폴더별 비중</translation>
    </message>
    <message>
        <source>How often the pictures of a sub-folder are seen, as in “portraits=2, rooms=0.5”.</source>
        <translation>하위 폴더의 사진을 얼마나 자주 볼지 정합니다. 예: “portraits=2, rooms=0.5”.</translation>
    </message>
    <message>
        <source>Measuring on the way</source>
        <translation>도중의 측정</translation>
    </message>
    <message>
        <source>Measure every</source>
        <translation>측정 간격</translation>
    </message>
    <message>
        <source>Steps between two measurements on pictures that were set aside; 0: at the end.</source>
        <translation>남겨 둔 사진으로 측정하는 사이의 단계 수입니다. 0: 끝에만.</translation>
    </message>
    <message>
        <source>Pictures measured</source>
        <translation>측정할 사진 수</translation>
    </message>
    <message>
        <source>How many of the pictures that were set aside are measured on the way.</source>
        <translation>남겨 둔 사진 가운데 도중에 측정할 사진의 수입니다.</translation>
    </message>
    <message>
        <source>Measured at (px)</source>
        <translation>측정 크기(px)</translation>
    </message>
    <message>
        <source>Side of the squares from the middle that are measured.</source>
        <translation>가운데에서 잘라 측정하는 정사각형의 한 변입니다.</translation>
    </message>
    <message>
        <source>Samples every</source>
        <translation>예시 사진 간격</translation>
    </message>
    <message>
        <source>Steps between two rows of samples; 0: at the end.</source>
        <translation>예시 사진을 만드는 사이의 단계 수입니다. 0: 끝에만.</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>예시 사진</translation>
    </message>
    <message>
        <source>How many pictures are coloured again and again to look at.</source>
        <translation>되풀이해 색을 입혀 보여 줄 사진의 수입니다.</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>컴퓨터</translation>
    </message>
    <message>
        <source>Compute device</source>
        <translation>연산 장치</translation>
    </message>
    <message>
        <source>Where the training runs; automatic takes a graphics card when there is one.</source>
        <translation>학습이 실행되는 장치입니다. 자동으로 두면 그래픽 카드가 있을 때 그것을 씁니다.</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>프로세서(CPU)</translation>
    </message>
    <message>
        <source>NVIDIA graphics card (CUDA)</source>
        <translation>NVIDIA 그래픽 카드(CUDA)</translation>
    </message>
    <message>
        <source>Apple graphics (MPS)</source>
        <translation>Apple 그래픽(MPS)</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>정밀도</translation>
    </message>
    <message>
        <source>Numbers of 16 bits are faster where the hardware has them.</source>
        <translation>장치가 지원하면 16비트 숫자가 더 빠릅니다.</translation>
    </message>
    <message>
        <source>32 bit</source>
        <translation>32비트</translation>
    </message>
    <message>
        <source>16 bit (bfloat16)</source>
        <translation>16비트(bfloat16)</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>프로세서 스레드</translation>
    </message>
    <message>
        <source>How many threads of the processor the training takes; 0: all of them.</source>
        <translation>학습에 쓸 프로세서 스레드 수입니다. 0: 모두.</translation>
    </message>
    <message>
        <source>Number of processes</source>
        <translation>프로세스 수</translation>
    </message>
    <message>
        <source>One for each graphics card of this computer; they share every batch.</source>
        <translation>이 컴퓨터의 그래픽 카드마다 하나씩 두며 배치를 나누어 맡습니다.</translation>
    </message>
    <message>
        <source>TensorBoard files</source>
        <translation>TensorBoard 파일</translation>
    </message>
    <message>
        <source>Writes the curves for TensorBoard, too, if it is installed.</source>
        <translation>설치되어 있으면 TensorBoard용 곡선도 기록합니다.</translation>
    </message>
    <message>
        <source>The model that comes out</source>
        <translation>만들어지는 모델</translation>
    </message>
    <message>
        <source>Identifier</source>
        <translation>식별자</translation>
    </message>
    <message>
        <source>Short name in Latin letters by which exports name the model.</source>
        <translation>내보낸 파일에 적히는 모델의 짧은 로마자 이름입니다.</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Belongs to the identifier: another training of the same model gets another one.</source>
        <translation>식별자에 딸린 버전입니다. 같은 모델을 다시 학습하면 다른 버전을 붙입니다.</translation>
    </message>
    <message>
        <source>Description (English)</source>
        <translation>설명(영어)</translation>
    </message>
    <message>
        <source>What the model is good for, in a sentence or two.</source>
        <translation>모델의 쓰임새를 한두 문장으로 적습니다.</translation>
    </message>
    <message>
        <source>Description (Korean)</source>
        <translation>설명(한국어)</translation>
    </message>
    <message>
        <source>Render size (px)</source>
        <translation>렌더 크기(px)</translation>
    </message>
    <message>
        <source>Short side at which the model sees a scan, unless the user chooses another.</source>
        <translation>사용자가 달리 정하지 않을 때 모델이 스캔을 보는 짧은 변의 크기입니다.</translation>
    </message>
    <message>
        <source>Colour strength aimed at</source>
        <translation>목표 색 강도</translation>
    </message>
    <message>
        <source>Results are made stronger until they have this share of the true chroma.</source>
        <translation>결과가 실제 채도의 이 비율에 이를 때까지 색을 진하게 합니다.</translation>
    </message>
    <message>
        <source>Least colorfulness</source>
        <translation>최소 색채감</translation>
    </message>
    <message>
        <source>The results are made stronger until they are this colourful, 1 for the truth; 0: any.</source>
        <translation>결과의 색채감이 원본(1)의 이만큼 될 때까지 색을 강하게 합니다. 0이면 보지 않습니다.</translation>
    </message>
    <message>
        <source>Most strengthening</source>
        <translation>최대 강화</translation>
    </message>
    <message>
        <source>Largest factor by which colours are made stronger at the end.</source>
        <translation>마지막에 색을 진하게 하는 최대 배율입니다.</translation>
    </message>
    <message>
        <source>Price of strengthening</source>
        <translation>강화의 대가</translation>
    </message>
    <message>
        <source>Share by which the error may grow for stronger colours.</source>
        <translation>색을 진하게 하려고 늘어나도 되는 오차의 비율입니다.</translation>
    </message>
    <message>
        <source>Noise layers of proposals</source>
        <translation>채색안의 잡음 층</translation>
    </message>
    <message>
        <source>In how many decoder steps noise makes colour proposals; 0: as in training.</source>
        <translation>채색안을 만들 때 잡음을 넣는 디코더 층의 수입니다. 0: 학습 때와 같음.</translation>
    </message>
    <message>
        <source>Noise of proposals</source>
        <translation>채색안의 잡음</translation>
    </message>
    <message>
        <source>Share of channels that noise silences for colour proposals.</source>
        <translation>채색안을 만들 때 잡음이 끄는 채널의 비율입니다.</translation>
    </message>
    <message>
        <source>Caution with hints</source>
        <translation>힌트 신중도</translation>
    </message>
    <message>
        <source>How much surer the model must be before a hint colours other places, too.</source>
        <translation>힌트가 다른 자리까지 색을 입히려면 모델이 얼마나 더 확신해야 하는지 정합니다.</translation>
    </message>
</context>
<context>
    <name>variations</name>
    <message>
        <source>So far</source>
        <translation>지금까지</translation>
    </message>
    <message>
        <source>Usual colours</source>
        <translation>기본 색</translation>
    </message>
    <message>
        <source>Variation {number}</source>
        <translation>채색안 {number}</translation>
    </message>
</context>
</TS>
